import { z } from "zod";
import { SlackRefused } from "./slack-api.ts";

/**
 * What helps against a refusal: waiting; someone who mends it, after which it goes by itself; or nothing, ever, for this very call
 * (docs.slack.dev/reference/methods/chat.postMessage#errors and its neighbours).
 */
type Help = "wait" | "mend" | "nothing";

interface Advice {
  readonly help: Help;
  readonly say: string;
  /** It may have been done all the same. */
  readonly unclear?: true;
}

const INSTALL_AGAIN = "Install Luotsi to the workspace again, and set SLACK_BOT_TOKEN anew where it is used";
const mend = (say: string): Advice => ({ help: "mend", say });
const nothing = (say: string): Advice => ({ help: "nothing", say });
const wait = (say: string): Advice => ({ help: "wait", say });

const ADVICE: { readonly [code: string]: Advice } = {
  not_authed: mend(`Luotsi sent no token. ${INSTALL_AGAIN}`),
  invalid_auth: mend(
    `Slack does not know the token, or the app's settings do not allow this machine's address. ${INSTALL_AGAIN}`,
  ),
  token_revoked: mend(`The token was revoked. ${INSTALL_AGAIN}`),
  token_expired: mend(`The token has expired. Turn token rotation off in the app's settings. ${INSTALL_AGAIN}`),
  account_inactive: mend(`Luotsi was removed from the workspace, or the workspace is gone. ${INSTALL_AGAIN}`),
  team_access_not_granted: mend(
    "The organisation has not given Luotsi this workspace. Add it in the organisation's settings",
  ),
  org_login_required: wait("The workspace is being moved to an organisation"),
  not_installed: mend(`No token is kept for this installation. ${INSTALL_AGAIN}`),
  ekm_access_denied: mend("The workspace's encryption keys are held back. Ask its admin"),
  not_allowed_token_type: mend("The token is of the wrong kind. SLACK_BOT_TOKEN begins with xoxb-"),
  missing_scope: mend(
    "The app lacks a scope. Add it under OAuth & Permissions (manifests/slack.yaml has all) and install again",
  ),
  no_permission: mend("The workspace does not let Luotsi do this. Ask its admin"),
  restricted_action: mend("The workspace's settings keep Luotsi from posting here. Ask its admin to allow it"),
  restricted_action_read_only_channel: mend(
    "Only some people may post in this channel. Ask its manager to allow Luotsi",
  ),
  restricted_action_thread_only_channel: mend(
    "Only threads may be written to in this channel. Ask its manager to allow Luotsi",
  ),
  access_denied: mend("The workspace refuses Luotsi. Ask its admin"),
  not_in_channel: mend("Luotsi is not in the channel. Invite it there with /invite @Luotsi"),
  channel_not_found: mend(
    "Luotsi sees no such channel: it is private, or gone. Invite Luotsi there with /invite @Luotsi",
  ),
  is_archived: mend("The channel is archived. Unarchive it, or move the team to another channel"),
  user_disabled: nothing("The person's account is deactivated"),
  user_not_found: nothing("There is no such person in the workspace"),
  cannot_dm_bot: nothing("Bots are not written to"),
  messages_tab_disabled: mend("The app's messages are off. Turn on App Home, Messages Tab, in the app's settings"),
  not_enabled: mend("The app has no Home. Turn on App Home, Home Tab, in the app's settings"),
  message_not_found: nothing("The message is gone"),
  thread_not_found: nothing("The thread is gone"),
  cant_update_message: nothing("The message is not Luotsi's own"),
  edit_window_closed: nothing("The workspace lets messages be edited for a while only, and that is over"),
  msg_too_long: nothing("The message is longer than Slack takes"),
  msg_blocks_too_long: nothing("The message's blocks are longer than Slack takes"),
  no_text: nothing("The message is empty"),
  invalid_blocks: nothing("Slack does not take the message's blocks"),
  invalid_blocks_format: nothing("Slack does not take the message's blocks"),
  metadata_too_large: nothing("The message's metadata is larger than Slack takes"),
  invalid_arguments: nothing("Slack does not take what was sent"),
  invalid_arg_name: nothing("Slack does not take what was sent"),
  view_too_large: nothing("The view is larger than Slack takes"),
  hash_conflict: nothing("The view has changed meanwhile"),
  not_found: nothing("There is no such view any more"),
  expired_trigger_id: nothing("The tap was too long ago to open a form"),
  trigger_expired: nothing("The tap was too long ago to open a form"),
  exchanged_trigger_id: nothing("The tap has opened a form already"),
  trigger_exchanged: nothing("The tap has opened a form already"),
  invalid_trigger_id: nothing("Slack knows no tap that would open a form"),
  message_limit_exceeded: wait("Luotsi has written to this channel as often as Slack lets it"),
  ratelimited: wait("Slack asks to wait"),
  rate_limited: wait("Slack asks to wait"),
  team_added_to_org: wait("The workspace is being moved to an organisation"),
  service_unavailable: wait("Slack is out of order"),
  internal_error: { ...wait("Slack is out of order"), unclear: true },
  fatal_error: { ...wait("Slack is out of order"), unclear: true },
  request_timeout: { ...wait("The call took too long to arrive"), unclear: true },
};

/** Whoever mends something is not waited for by the second. */
export const MEND_SECONDS = 300;
const WAIT_SECONDS = 10;

/** What a refusal carries beside its code; Slack names the scope, and where blocks are wrong. */
const detailsSchema = z.object({
  needed: z.string().optional().catch(undefined),
  response_metadata: z
    .object({ messages: z.array(z.string()) })
    .optional()
    .catch(undefined),
});

/** A refusal of Slack's in the words of whoever runs Luotsi: what was asked, Slack's code, what to mend. */
export function refusal(installation: string, method: string, code: string, answer: unknown): SlackRefused {
  const known = ADVICE[code] ?? mend("Slack's page on the method says what this means");
  const details = detailsSchema.safeParse(answer).data;
  const needed = code === "missing_scope" && details?.needed ? ` (${details.needed})` : "";
  const where = pointersOf(details?.response_metadata?.messages ?? []);
  const retryAfterSeconds = { wait: WAIT_SECONDS, mend: MEND_SECONDS, nothing: undefined }[known.help];
  return new SlackRefused(code, `${installation} ${method}: ${code}${needed}${where}. ${known.say}.`, {
    ...(retryAfterSeconds === undefined ? { hopeless: true } : { retryAfterSeconds }),
    ...(known.unclear ? { unclear: true } : {}),
  });
}

/** Slack's remarks on blocks may repeat what stands in them: only the places are told. */
function pointersOf(messages: readonly string[]): string {
  const places = messages.flatMap((message) => /json-pointer:([\w/-]+)/.exec(message)?.[1] ?? []);
  return places.length === 0 ? "" : ` at ${places.join(", ")}`;
}

/** Refusals of the token itself: what is to be mended concerns all that is sent to this installation. */
export const TOKEN_REFUSED: ReadonlySet<string> = new Set([
  "not_authed",
  "invalid_auth",
  "token_revoked",
  "token_expired",
  "account_inactive",
  "not_installed",
  "not_allowed_token_type",
]);
