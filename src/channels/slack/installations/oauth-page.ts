import type { ServerResponse } from "node:http";
import { type Language, words } from "../../../text/text.ts";

/** What became of an installation, for the one who installs. */
export type OauthPage =
  | { readonly kind: "done"; readonly team: string | undefined }
  | { readonly kind: "cancelled" }
  | { readonly kind: "stale" }
  | { readonly kind: "failed" };

const STATUS = { done: 200, cancelled: 200, stale: 400, failed: 500 } as const;

/** The browser's first language, where it is one of ours. */
export function languageOf(acceptLanguage: string | undefined, standing: Language): Language {
  const first = /^\s*([a-z]{2})\b/i.exec(acceptLanguage ?? "")?.[1]?.toLowerCase();
  return first === undefined ? standing : first === "fi" ? "fi" : "en";
}

export function showOauthPage(response: ServerResponse, page: OauthPage, language: Language): void {
  const say = words(language);
  const link =
    page.kind === "done"
      ? { to: `https://app.slack.com/client/${encodeURIComponent(page.team ?? "")}`, text: say("installing.done.open") }
      : { to: "/slack/install", text: say("installing.again") };
  const title = say(`installing.${page.kind}.title`);
  const html = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<h1>${title}</h1>
<p>${say(`installing.${page.kind}.body`)}</p>
<p><a href="${link.to}">${link.text}</a></p>
</html>
`;
  response.writeHead(STATUS[page.kind], {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'",
    "cache-control": "no-store",
    // The address holds Slack's code.
    "referrer-policy": "no-referrer",
  });
  response.end(html);
}
