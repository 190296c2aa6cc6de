/**
 * The names of the IANA time zone database that have no `/` (its file `backward` and those of fixed rules). ICU, which the
 * runtime asks, takes further short names such as PST, which AWS does not.
 */
const shortNames: ReadonlySet<string> = new Set(
  [
    ...['CET', 'CST6CDT', 'Cuba', 'EET', 'EST', 'EST5EDT', 'Egypt', 'Eire', 'GB', 'GB-Eire', 'GMT', 'GMT+0'],
    ...['GMT-0', 'GMT0', 'Greenwich', 'HST', 'Hongkong', 'Iceland', 'Iran', 'Israel', 'Jamaica', 'Japan'],
    ...['Kwajalein', 'Libya', 'MET', 'MST', 'MST7MDT', 'NZ', 'NZ-CHAT', 'Navajo', 'PRC', 'PST8PDT', 'Poland'],
    ...['Portugal', 'ROC', 'ROK', 'Singapore', 'Turkey', 'UCT', 'UTC', 'Universal', 'W-SU', 'WET', 'Zulu'],
  ].map((name) => name.toLowerCase()),
);

/** The names that the runtime lists; it knows others, too, but each of them costs a try. */
const listed: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));

/** The longest name that Incident Manager takes (API reference, CreateRotation). */
const mostCharacters = 255;

/** Whether a text is a name of the IANA time zone database, such as Europe/Berlin; its case does not count. */
export function isTimeZone(name: string): boolean {
  if (listed.has(name)) return true;
  if (name.length > mostCharacters) return false;
  if (!name.includes('/')) return shortNames.has(name.toLowerCase());
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
