import { webApi } from "@slack/bolt";

const ADVICE: { readonly [code: string]: string } = {
  invalid_auth: "Slack does not know SLACK_APP_TOKEN. Make an app-level token (Basic Information, App-Level Tokens).",
  not_authed: "SLACK_APP_TOKEN did not arrive. Make an app-level token (Basic Information, App-Level Tokens).",
  not_allowed_token_type: "SLACK_APP_TOKEN is no app-level token: it begins with xapp-.",
  missing_scope: "SLACK_APP_TOKEN lacks its scope. Make one with connections:write.",
  account_inactive: "SLACK_APP_TOKEN belongs to an app or workspace that is gone. Make a new one.",
  token_revoked: "SLACK_APP_TOKEN was revoked. Make a new one (Basic Information, App-Level Tokens).",
};

/** Why the socket does not stand, and what to mend. */
export function socketAdvice(error: unknown): string {
  const again = "Luotsi goes on trying; its other channels work.";
  if (!(error instanceof webApi.WebAPIPlatformError))
    return `Slack's socket cannot be reached. Is there a way to slack.com? ${again}`;
  const code = String(error.data.error);
  // A page of a proxy, or of whatever else answers there, stands where Slack's word would.
  if (!/^\w+$/.test(code))
    return `Slack's socket: what answers is not Slack. Do SLACK_API_URL and the way to the network lead to slack.com? ${again}`;
  const advice = ADVICE[code] ?? "Is Socket Mode on in the app's settings?";
  return `Slack's socket: ${code}. ${advice} ${again}`;
}
