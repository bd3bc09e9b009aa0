import { z } from "zod";
import type { FormValues } from "../../../message/form.ts";
import { type Language, words } from "../../../text/text.ts";
import { readTapped } from "../../cards/read-tapped.ts";
import type { Outcome } from "../../channel.ts";
import { drawTeamsCard } from "../draw/draw-activity.ts";
import { cardAnswer, openingCard, sentenceAnswer, type TapAnswer } from "../draw/invoke-answers.ts";
import { messageId } from "../message-id.ts";
import { type Answer, incomingBase, placeFor, type ReceiveParts } from "./receive-parts.ts";
import { refusing } from "./refusing.ts";
import { takeConsent } from "./take-consent.ts";
import { openDialog, submitDialog } from "./take-dialog.ts";
import { type Invoke, type Tap, tappedIn } from "./tap.ts";

const executeSchema = z.looseObject({ action: z.looseObject({ verb: z.literal("luotsi"), data: z.unknown() }) });
const taskSchema = z.looseObject({ data: z.unknown() });

/** How long a tap waits for the message to be drawn anew, so that its answer is the card that will stand there. */
const REDRAWN_WITHIN_MS = 500;

/** Someone tapped a card, or opened or submitted a dialog: the answer is never empty, except that it closes a dialog. */
export async function takeInvoke(parts: ReceiveParts, heard: Invoke): Promise<Answer> {
  const { log, arrivals } = parts;
  const speaker = await arrivals.speakerOf(heard);
  if (!speaker) return refusing(parts, heard, "teams.notYours");
  const { language } = speaker.person;
  if (heard.name === "fileConsent/invoke") return takeConsent(parts, heard, speaker);
  const data = dataOf(heard);
  if (data === undefined) {
    log.info({ company: speaker.installation.company, event: heard.eventId, invoke: heard.name }, "unknown invoke");
    return refusing(parts, heard, "teams.unknown", language);
  }
  const tapped = readTapped(data.read);
  if (!tapped || (heard.name === "adaptiveCard/action" && heard.message === undefined)) {
    log.warn(
      { company: speaker.installation.company, person: speaker.person._id, event: heard.eventId },
      "what was tapped is not as Luotsi drew it",
    );
    return refusing(parts, heard, "turn.oldButton", language);
  }
  const tap: Tap = { parts, heard, speaker, language, tapped };
  if (heard.name === "task/fetch") return { status: 200, body: await openDialog(tap) };
  if (heard.name === "task/submit") return { status: 200, body: await submitDialog(tap) };
  return { status: 200, body: await tapCard(tap) };
}

/** What the button carried; undefined for an invoke of another kind. */
function dataOf({ name, value }: Invoke): { readonly read: unknown } | undefined {
  if (name === "adaptiveCard/action") return { read: executeSchema.safeParse(value).data?.action.data };
  if (name === "task/fetch" || name === "task/submit") return { read: taskSchema.safeParse(value).data?.data };
  return undefined;
}

async function tapCard({ parts, heard, speaker, language, tapped }: Tap): Promise<TapAnswer> {
  const { standing, receiver } = parts;
  const { conversation } = heard.spot;
  const message = messageId({ conversation, activity: heard.message ?? "" });
  const place = await placeFor(parts, speaker, tappedIn(heard), false);
  const drawnAnew = standing.nextSending(conversation, REDRAWN_WITHIN_MS);
  const { action, values } = tapped;
  const outcome = await receiver.receive({
    ...incomingBase(parts, speaker, heard, place),
    kind: "tapped",
    action,
    message,
    ...(Object.keys(values).length > 0 ? { values } : {}),
  });
  if (outcome.kind === "taken" && outcome.notice === undefined) await drawnAnew;
  return tapAnswer(parts, { company: speaker.installation.company, message, language, action, values }, outcome);
}

interface TappedCard {
  readonly company: string;
  readonly message: string;
  readonly language: Language;
  readonly action: string;
  readonly values: FormValues;
}

async function tapAnswer(parts: ReceiveParts, card: TappedCard, outcome: Outcome): Promise<TapAnswer> {
  switch (outcome.kind) {
    case "taken":
      return outcome.notice === undefined ? standingCard(parts, card) : sentenceAnswer(outcome.notice);
    case "repeated":
      return standingCard(parts, card);
    case "form":
      return openingCard(card.action, card.language);
    case "mistakes": {
      const told = Object.values(outcome.mistakes).join(" ");
      return standingCard(parts, card, { mistakes: outcome.mistakes, values: card.values }, told);
    }
    default:
      return outcome satisfies never;
  }
}

/** The tapped card as it stands now; where this process has not drawn it (it was restarted meanwhile), a word that it was taken. */
async function standingCard(
  { standing, drawingOf }: ReceiveParts,
  { company, message, language }: TappedCard,
  more: { readonly mistakes?: { readonly [field: string]: string }; readonly values?: FormValues } = {},
  otherwise: string = words(language)("teams.gotIt"),
): Promise<TapAnswer> {
  const drawn = standing.of(message);
  if (!drawn) return sentenceAnswer(otherwise);
  return cardAnswer(drawTeamsCard(drawn, { ...(await drawingOf(company, drawn)), ...more }));
}
