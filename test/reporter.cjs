'use strict';

// mocha's own count, in the one-line form that continuous integration reads in any language.
const { Spec } = require('mocha').reporters;

module.exports = class Counted extends Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      console.log(`${passes} passed, ${failures} failed, ${pending} skipped`);
    });
  }
};
