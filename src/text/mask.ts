/** What stands for a masked character. */
export const sign = '•';

/** An e-mail address, its sign also as JSON or YAML escapes it. The lengths are those of RFC 5321. */
const address = /[^\s"'`<>()[\]{},;:|/\\@=]{1,254}(?:@|\\u0040|\\x40)[^\s"'`<>()[\]{},;:|/\\@=]{1,255}/g;

/** What stands under a key for addresses, whatever it looks like: the one that is mistyped is an address, too. */
const underKey =
  /((?:ChannelAddress|SimpleAddress|channelAddress|simpleAddress|channel_address|simple_address)["']?[ \t]{0,40}[:=][ \t]{0,40})("(?:[^"\\]|\\.){1,512}"|'[^']{1,512}'|[^\s"'!{[&*$|>][^,}\]#\r\n]{0,512})/g;

/** A reference of Terraform's is no address. */
const reference = /^(?:var|local|module|data|each|aws\w*)\.|^"\$\{[^}]*\}"$/;

/** An international telephone number: `+` and at least seven digits, grouped in any usual way. */
const international = /\+[ ().-]{0,3}\d(?:[ ().-]{0,3}\d){6,}/g;

/** Digits alone, in quotes or as a whole YAML value; whether they are a telephone number decides their count. */
const digits = /(?<=["']|[:-][ \t]{1,8})\(?\d[\d ()-]{7,}(?=["']|[ \t]{0,8}(?:$|[#,\]}]))/g;

/** The number of digits of an AWS account ID, which is no telephone number. */
const accountDigits = 12;

/** Hides e-mail addresses and telephone numbers behind `•`, one for each UTF-16 unit, so that columns stay. */
export function mask(text: string): string {
  return text
    .replace(
      underKey,
      (_, key: string, found: string) => key + (reference.test(found) ? found : covered(found)),
    )
    .replace(address, (found) => sign.repeat(found.length))
    .replace(international, (found) => sign.repeat(found.length))
    .replace(digits, (found) => {
      const count = found.replace(/\D/g, '').length;
      return count < 9 || count === accountDigits ? found : sign.repeat(found.length);
    });
}

/** Quotes stay, so that it still looks like what it is. */
function covered(found: string): string {
  const quotes = /^["']/.test(found) ? 1 : 0;
  return (
    found.slice(0, quotes) + sign.repeat(found.length - 2 * quotes) + (quotes > 0 ? found.slice(-quotes) : '')
  );
}
