import type { ModalView } from "@slack/types";
import { type Language, words } from "../../../../text/text.ts";

/** One sentence where a form was expected: there is nothing to fill in. */
export function drawSentenceModal(sentence: string, language: Language): ModalView {
  const say = words(language);
  return {
    type: "modal",
    title: { type: "plain_text", text: say("slack.modal.waitingTitle") },
    close: { type: "plain_text", text: say("slack.modal.read") },
    blocks: [{ type: "section", text: { type: "plain_text", text: sentence } }],
  };
}
