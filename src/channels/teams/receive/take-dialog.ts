import { words } from "../../../text/text.ts";
import type { Outcome } from "../../channel.ts";
import { drawDialog } from "../draw/draw-dialog.ts";
import { type TaskAnswer, taskSentence } from "../draw/invoke-answers.ts";
import { messageId, readMessageId } from "../message-id.ts";
import { incomingBase, placeFor } from "./receive-parts.ts";
import { type Tap, tappedIn } from "./tap.ts";

/** `task/fetch`: someone tapped a button that opens a form. */
export async function openDialog(tap: Tap): Promise<TaskAnswer> {
  const { parts, heard, speaker, language, tapped } = tap;
  const opener = { action: tapped.action, message: messageOf(tap) };
  const outcome = await parts.receiver.receive({
    ...incomingBase(parts, speaker, heard, await placeFor(parts, speaker, tappedIn(heard), false)),
    kind: "tapped",
    ...opener,
  });
  switch (outcome.kind) {
    case "form":
      return drawDialog(outcome.form, { language, opener });
    case "taken":
      return taskSentence(outcome.notice ?? words(language)("teams.gotIt"));
    case "repeated":
    case "mistakes":
      return taskSentence(words(language)("teams.gotIt"));
    default:
      return outcome satisfies never;
  }
}

/**
 * `task/submit`: the form's own button, or one within it that leads on to another form. What was submitted is on disk before the dialog closes or goes
 * on, so closing it with X loses nothing of it.
 */
export async function submitDialog(tap: Tap): Promise<TaskAnswer> {
  const { parts, speaker, tapped } = tap;
  const heard = tappedIn({ ...tap.heard, message: activityOf(tap) });
  const base = incomingBase(parts, speaker, heard, await placeFor(parts, speaker, heard, false));
  const { action, values } = tapped;
  const outcome = await parts.receiver.receive({ ...base, kind: "submitted", action, values });
  return answerTo(tap, outcome, async (mistakes) => {
    // Asking for the form again writes nothing, so that nobody need remember it while a person types.
    const opened = tapped.opener
      ? await parts.receiver.receive({ ...base, ...tapped.opener, eventId: `${base.eventId}:again`, kind: "tapped" })
      : undefined;
    const told = Object.values(mistakes).join(" ");
    return opened?.kind === "form"
      ? drawDialog(opened.form, { language: tap.language, ...openerOf(tap), mistakes, values })
      : taskSentence(told);
  });
}

async function answerTo(
  tap: Tap,
  outcome: Outcome,
  again: (mistakes: { readonly [field: string]: string }) => Promise<TaskAnswer>,
): Promise<TaskAnswer> {
  switch (outcome.kind) {
    case "taken":
      return outcome.notice === undefined ? {} : taskSentence(outcome.notice);
    case "repeated":
      return {};
    case "form":
      return drawDialog(outcome.form, { language: tap.language, ...leadingOn(tap) });
    case "mistakes":
      return again(outcome.mistakes);
    default:
      return outcome satisfies never;
  }
}

function openerOf({ tapped: { opener } }: Tap) {
  return opener ? { opener } : {};
}

/** A button that carried no values only led on: it opens that form again when the form comes back with mistakes. */
function leadingOn({ tapped: { action, opener, values } }: Tap) {
  if (!opener) return {};
  return { opener: Object.keys(values).length === 0 ? { action, message: opener.message } : opener };
}

function messageOf({ heard }: Tap): string {
  return messageId({ conversation: heard.spot.conversation, activity: heard.message ?? "dialog" });
}

/** The activity of the message that opened the dialog: Teams need not repeat it when the dialog is submitted. */
function activityOf({ heard, tapped }: Tap): string | undefined {
  return heard.message ?? readMessageId(tapped.opener?.message ?? "")?.activity;
}
