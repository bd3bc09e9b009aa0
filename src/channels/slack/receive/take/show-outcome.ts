import { type Outcome, PostFailed } from "../../../channel.ts";
import type { Place } from "../../../place.ts";
import { drawModal } from "../../draw/draw-modal.ts";
import { postEphemeral } from "../../send/post-ephemeral.ts";
import { drawSentenceModal } from "../dialog/draw-sentence-modal.ts";
import { writeStanding } from "../dialog/standing.ts";
import { openView, showInView } from "../dialog/views.ts";
import type { Doer, Taking } from "./taking.ts";

/** What was tapped, for showing something there. */
export type Spot =
  | { readonly kind: "message"; readonly channel: string; readonly thread?: string }
  | { readonly kind: "home" }
  /** `push`: another view may be laid on it. */
  | { readonly kind: "view"; readonly id: string; readonly push: boolean };

/** A tap that was taken. */
export interface Tapped {
  readonly place: Place;
  readonly message: string;
  readonly spot: Spot;
  readonly trigger: string;
  /** Luotsi's app id, for a link to the private chat. */
  readonly app: string | undefined;
  /** The dialog that was opened in advance: its id, once Slack has said it; undefined where none was, or where it would not open. */
  readonly opened: Promise<string | undefined> | undefined;
  /** The views below the one that this tap opens. */
  readonly below: readonly string[];
}

/** Shows what the coach made of a tap: a form in its dialog, a sentence for this person alone. */
export async function showOutcome(parts: Taking, doer: Doer, tapped: Tapped, outcome: Outcome): Promise<void> {
  const { language } = doer.person;
  const view = tapped.opened ? await tapped.opened : undefined;
  if (outcome.kind === "form") {
    const { place, message, below } = tapped;
    const { action } = outcome.form;
    const privateMetadata = writeStanding({ action, place, message, below: [...below] });
    const drawn = drawModal(outcome.form, { language, privateMetadata });
    const id = view ?? (tapped.spot.kind === "view" && !tapped.spot.push ? tapped.spot.id : undefined);
    if (id !== undefined) return showInView(parts, doer, id, drawn);
    const open = tapped.opened ? undefined : await openView(parts, doer, openingOn(tapped.spot), tapped.trigger, drawn);
    return open === undefined ? notice(parts, doer, tapped, doer.say("slack.formLate")) : undefined;
  }
  const sentence = sentenceOf(outcome) ?? (view === undefined ? undefined : doer.say("slack.noForm"));
  if (sentence === undefined) return;
  const link = outcome.kind === "taken" && outcome.inPrivate ? chatLink(doer, tapped.app) : undefined;
  if (view !== undefined) return showInView(parts, doer, view, drawSentenceModal(sentence, language, link));
  await notice(parts, doer, tapped, sentence, link);
}

function sentenceOf(outcome: Exclude<Outcome, { kind: "form" }>): string | undefined {
  switch (outcome.kind) {
    case "taken":
      return outcome.notice;
    case "repeated":
      return undefined;
    case "mistakes":
      return Object.values(outcome.mistakes).join(" ");
    default:
      return outcome satisfies never;
  }
}

/** Slack repeats no tap: if it cannot be taken now, the person is told to tap again. */
export async function receiveOrTell(
  parts: Taking,
  doer: Doer,
  tapped: Tapped,
  receive: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await receive();
  } catch (error) {
    parts.after(() => showOutcome(parts, doer, tapped, { kind: "taken", notice: doer.say("slack.tapAgain") }));
    throw error;
  }
}

/** A link in Slack's markup to the person's private chat with Luotsi (docs.slack.dev: "Deep linking into Slack"); none where the app's id is not told. */
export function chatLink({ installation, say }: Doer, app: string | undefined): string | undefined {
  if (app === undefined || !/^\w+$/.test(app)) return undefined;
  // An organisation-wide installation has workspaces of its own; Slack finds the right one.
  const team = installation.tenant.startsWith("T") ? `&team=${installation.tenant}` : "";
  return `<https://slack.com/app_redirect?app=${app}${team}|${say("slack.openChat")}>`;
}

/** A sentence for this person's eyes alone, where they tapped. It is lost when Slack does not take it: nothing hangs on it. */
export async function notice(
  parts: Taking,
  doer: Doer,
  { spot, trigger }: Pick<Tapped, "spot" | "trigger">,
  sentence: string,
  link?: string,
): Promise<void> {
  if (spot.kind !== "message") {
    await openView(parts, doer, openingOn(spot), trigger, drawSentenceModal(sentence, doer.person.language, link));
    return;
  }
  const root = spot.thread === undefined ? {} : { root: spot.thread };
  const at = { installation: doer.installation._id, channel: spot.channel, user: doer.user, ...root };
  try {
    await postEphemeral(parts.api, { ...at, text: sentence, ...(link === undefined ? {} : { link }) });
  } catch (error) {
    if (!(error instanceof PostFailed)) throw error;
    parts.log.warn({ err: error, installation: doer.installation._id }, "a notice was not shown");
  }
}

function openingOn(spot: Spot): "views.open" | "views.push" {
  return spot.kind === "view" ? "views.push" : "views.open";
}
