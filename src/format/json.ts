import type { Report } from './report.js';

/** Characters that JSON may hold as they are, but that terminals or readers take as commands. */
const unsafe = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The report as JSON, version 1, indented by two. */
export function json(report: Report): string {
  const text = JSON.stringify(report, undefined, 2);
  return `${text.replace(unsafe, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
