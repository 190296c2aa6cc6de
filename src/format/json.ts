import { jsonText } from './json-text.js';
import type { Report } from './report.js';

/** The report as JSON, version 1, indented by two. */
export function json(report: Report): string {
  return jsonText(report);
}
