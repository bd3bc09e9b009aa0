import { LIMITS } from "../../../message/limits.ts";
import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import type { Listener } from "../../scene.ts";
import type { TellOf } from "../../tell.ts";
import { button, choices, messageOf, paragraph, quiet } from "../compose.ts";
import { shorten } from "../shorten.ts";

/** What a typed proposal may have meant: a tap proposes it, whoever taps. */
export function drawProposeWhich(
  { round, step, question, candidates }: TellOf<"propose-which">,
  { language }: Pick<Listener, "language">,
): Message {
  return messageOf(language, [
    paragraph(shorten(question, LIMITS.messageText)),
    quiet(words(language)("round.howToProposeTap")),
    choices(
      candidates
        .slice(0, LIMITS.actionsPerCard)
        .map(({ value, label }) => button(shorten(label, LIMITS.buttonLabel), { kind: "propose", round, step, value })),
    ),
  ]);
}
