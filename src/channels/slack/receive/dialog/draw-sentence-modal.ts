import type { ModalView } from "@slack/types";
import { type Language, words } from "../../../../text/text.ts";

/** One sentence where a form was expected: there is nothing to fill in. `link`, in Slack's markup, leads on. */
export function drawSentenceModal(sentence: string, language: Language, link?: string): ModalView {
  const leading = link === undefined ? [] : [{ type: "section", text: { type: "mrkdwn", text: link } } as const];
  const say = words(language);
  return {
    type: "modal",
    title: { type: "plain_text", text: say("slack.modal.waitingTitle") },
    close: { type: "plain_text", text: say("slack.modal.read") },
    blocks: [{ type: "section", text: { type: "plain_text", text: sentence } }, ...leading],
  };
}
