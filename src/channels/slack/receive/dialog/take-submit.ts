import type { ModalView } from "@slack/types";
import type { Outcome } from "../../../channel.ts";
import { drawMistakes } from "../../draw/draw-mistakes.ts";
import { drawModal } from "../../draw/draw-modal.ts";
import { readStateValues } from "../../draw/read-values.ts";
import type { ToldOf } from "../read/told.ts";
import { type Answer, baseOf, type Doer, doerOf, type Taking } from "../take/taking.ts";
import { drawSentenceModal } from "./draw-sentence-modal.ts";
import { readStanding, type Standing, writeStanding } from "./standing.ts";
import { stateIn } from "./state-in.ts";
import { showInView } from "./views.ts";

/** Someone submitted a dialog. The answer says what becomes of it: closed, gone on with, or its mistakes at their fields. */
export async function takeSubmit(parts: Taking, told: ToldOf<"submitted">): Promise<Answer> {
  const doer = await doerOf(parts, told);
  if (!doer) return CLEAR;
  const directory = await parts.directories.of(doer.person.company);
  const standing = readStanding(told.view.metadata, directory, doer.person._id);
  if (!standing) {
    parts.log.warn({ company: doer.person.company, person: doer.person._id, event: told.eventId }, "unknown dialog");
    return showing(drawSentenceModal(doer.say("turn.oldButton"), doer.person.language));
  }
  const values = readStateValues(stateIn(told.view.state));
  const { action, place } = standing;
  const outcome = await parts.receiver.receive({ ...baseOf(doer, told), place, kind: "submitted", action, values });
  return answerTo(parts, doer, { told, standing, outcome });
}

const CLEAR = { response_action: "clear" };

function answerTo(
  parts: Taking,
  doer: Doer,
  {
    told,
    standing,
    outcome,
  }: { readonly told: ToldOf<"submitted">; readonly standing: Standing; readonly outcome: Outcome },
): Answer {
  const { language } = doer.person;
  switch (outcome.kind) {
    case "taken":
      return outcome.notice === undefined ? CLEAR : showing(drawSentenceModal(outcome.notice, language));
    case "repeated":
      return CLEAR;
    case "mistakes": {
      const errors = drawMistakes(outcome.mistakes, told.view.blocks);
      const sentences = Object.values(outcome.mistakes).join(" ");
      return errors ? { response_action: "errors", errors } : showing(drawSentenceModal(sentences, language));
    }
    case "form": {
      const parent = standing.below.at(-1);
      const below = parent === undefined ? standing.below : standing.below.slice(0, -1);
      const view = drawModal(outcome.form, {
        language,
        privateMetadata: writeStanding({ ...standing, action: outcome.form.action, below }),
      });
      if (parent === undefined) return showing(view);
      // An empty answer takes away this view alone; the one below goes on. What was typed there stays: its fields keep their ids.
      parts.after(() => showInView(parts, doer, parent, view));
      return undefined;
    }
    default:
      return outcome satisfies never;
  }
}

function showing(view: ModalView): Answer {
  return { response_action: "update", view };
}
