import { type Language, words } from "../../../text/text.ts";
import type { ExecuteAction } from "../../cards/adaptive-card.ts";
import { drawCard } from "../../cards/draw-card.ts";
import { CARD } from "./draw-activity.ts";
import { forMessage, openingDialog, type TeamsCard } from "./for-teams.ts";

/** The answer to a tap (`adaptiveCard/action`): the card that stands there now, or a sentence for the one who tapped. */
export type TapAnswer =
  | { readonly statusCode: 200; readonly type: typeof CARD; readonly value: TeamsCard }
  | { readonly statusCode: 200; readonly type: "application/vnd.microsoft.activity.message"; readonly value: string };

/** The answer to a dialog (`task/fetch`, `task/submit`): another card, a sentence, or, empty, that it closes. */
export type TaskAnswer =
  | {
      readonly task: {
        readonly type: "continue";
        readonly value: {
          readonly title: string;
          readonly width: "medium";
          readonly height: "medium" | "large";
          readonly card: { readonly contentType: typeof CARD; readonly content: TeamsCard };
        };
      };
    }
  | { readonly task: { readonly type: "message"; readonly value: string } }
  | { readonly task?: never };

export function cardAnswer(value: TeamsCard): TapAnswer {
  return { statusCode: 200, type: CARD, value };
}

export function sentenceAnswer(value: string): TapAnswer {
  return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value };
}

export function taskSentence(value: string): TaskAnswer {
  return { task: { type: "message", value } };
}

/** A sentence as a card, for an invoke of which nothing is known but that it wants an answer. */
export function sentenceCard(text: string, language: Language): TapAnswer {
  const message = { text, language, blocks: [{ kind: "paragraph" as const, words: text }] };
  return cardAnswer(forMessage(drawCard(message, { pictureUrl: () => "" }), []));
}

/** A form came where the card did not know that it would: only a button of another kind can open a dialog, so here it is. */
export function openingCard(action: string, language: Language): TapAnswer {
  const say = words(language);
  const text = say("teams.opensAsForm");
  const message = { text, language, blocks: [{ kind: "paragraph" as const, words: text }] };
  const card = forMessage(drawCard(message, { pictureUrl: () => "" }), []);
  const button: ExecuteAction = {
    type: "Action.Execute",
    title: say("teams.openForm"),
    verb: "luotsi",
    data: { action, opens: "form" },
    associatedInputs: "none",
  };
  const body: readonly unknown[] = Array.isArray(card.body) ? card.body : [];
  return cardAnswer({ ...card, body: [...body, { type: "ActionSet", actions: [openingDialog(button)] }] });
}
