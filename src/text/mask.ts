/** What stands for a masked character. */
const sign = '•';

/** An e-mail address, its sign also as JSON or YAML escapes it. The lengths are those of RFC 5321. */
const address = /[^\s"'`<>()[\]{},;:|/\\@=]{1,254}(?:@|\\u0040|\\x40)[^\s"'`<>()[\]{},;:|/\\@=]{1,255}/g;

/** An international telephone number: `+` and at least seven digits, grouped in any usual way. */
const international = /\+[ ().-]{0,3}\d(?:[ ().-]{0,3}\d){6,}/g;

/** Digits alone, in quotes or as a whole YAML value; whether they are a telephone number decides their count. */
const digits = /(?<=["']|[:-][ \t]{1,8})\(?\d[\d ()-]{7,}(?=["']|[ \t]{0,8}(?:$|[#,\]}]))/g;

/** The number of digits of an AWS account ID, which is no telephone number. */
const accountDigits = 12;

/** Hides e-mail addresses and telephone numbers behind `•`, one for each UTF-16 unit, so that columns stay. */
export function mask(text: string): string {
  return text
    .replace(address, (found) => sign.repeat(found.length))
    .replace(international, (found) => sign.repeat(found.length))
    .replace(digits, (found) => {
      const count = found.replace(/\D/g, '').length;
      return count < 9 || count === accountDigits ? found : sign.repeat(found.length);
    });
}
