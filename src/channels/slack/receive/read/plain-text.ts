/**
 * Slack's message text as a person reads it (docs.slack.dev: "Formatting message text"): the three escaped characters are themselves again, a
 * mention is a name, a link its label, a call to everyone ("<!channel>") is dropped. `nameOf` says what a user is called.
 */
export function plainText(text: string, nameOf: (user: string) => string | undefined): string {
  return text
    .replace(/<([^<>]+)>/gu, (_whole, inside: string) => shown(inside, nameOf))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** The text without the mention of a user, and without what stands around it ("@Luotsi, apua"). */
export function withoutMention(text: string, user: string | undefined): string {
  if (user === undefined) return text;
  return text.replace(new RegExp(`\\s*<@${user}(?:\\|[^>]*)?>[,:]?\\s*`, "gu"), " ").trim();
}

function shown(inside: string, nameOf: (user: string) => string | undefined): string {
  const [target = "", label] = inside.split("|", 2);
  if (target.startsWith("@")) return label ?? nameOf(target.slice(1)) ?? "";
  if (target.startsWith("#")) return label === undefined ? "" : `#${label}`;
  if (target.startsWith("!")) return /^!(?:subteam|date)\^/u.test(target) ? (label ?? "") : "";
  return label ?? target.replace(/^mailto:/u, "");
}
