import type { Message } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import type { Scene } from "../../scene.ts";
import type { TellOf } from "../../tell.ts";
import { questionView } from "../asking/question-view.ts";
import { button, choices, messageOf, paragraph, strong } from "../compose.ts";
import type { Lobby } from "../lobby.ts";
import { inSentence } from "../number-words.ts";

/** A word of the glossary; asked in the middle of a question, with the way back to it. `scene` is that question's, where it is at hand. */
export function drawTerm(
  { term, back }: TellOf<"term">,
  { terms }: Lobby,
  language: Language,
  scene: Scene | undefined,
): Message | undefined {
  const found = terms.find(({ id }) => id === term);
  if (!found) return drawTermUnknown({ kind: "term-unknown", guesses: [] }, { terms }, language);
  const say = words(language);
  const view = scene && back ? questionView(scene, back.step) : undefined;
  return messageOf(language, [
    paragraph([strong(`${found[language].term}:`), ` ${found[language].explanation}`]),
    back &&
      choices([
        button(
          view
            ? say("coach.button.backTo", { position: view.position, total: view.total })
            : say("coach.button.backToQuestion"),
          { kind: "resume", round: back.round },
        ),
      ]),
  ]);
}

export function drawTermUnknown(
  { guesses }: TellOf<"term-unknown">,
  { terms }: Pick<Lobby, "terms">,
  language: Language,
): Message {
  const say = words(language);
  const near = guesses.flatMap((id) => terms.find((term) => term.id === id)?.[language].term ?? []);
  const first = near[0];
  return messageOf(language, [
    paragraph(
      first === undefined
        ? say("coach.termUnknown")
        : say("coach.termGuesses", { terms: near.join(", "), first: asAsked(first) }),
    ),
  ]);
}

/** As one would ask for it: the abbreviation where there is one, else the term inside a sentence. */
function asAsked(term: string): string {
  return /\(([^)]+)\)$/u.exec(term)?.[1] ?? inSentence(term);
}
