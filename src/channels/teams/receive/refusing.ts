import { type Language, words } from "../../../text/text.ts";
import { sentenceAnswer, sentenceCard, taskSentence } from "../draw/invoke-answers.ts";
import { localeOf } from "./profile.ts";
import type { Answer, ReceiveParts } from "./receive-parts.ts";
import type { Invoke } from "./tap.ts";

type Sentence = "teams.notYours" | "teams.unknown" | "teams.storeAway" | "teams.failed" | "turn.oldButton";

/** A sentence in the shape that this kind of invoke shows: an empty answer would be an error message of Teams' own. */
export function refusing(
  { fallback }: Pick<ReceiveParts, "fallback">,
  heard: Invoke,
  sentence: Sentence,
  language: Language = localeOf(heard, fallback).language,
): Answer {
  const text = words(language)(sentence);
  const { name } = heard;
  if (name.startsWith("task/")) return { status: 200, body: taskSentence(text) };
  if (name === "adaptiveCard/action") return { status: 200, body: sentenceAnswer(text) };
  if (name.startsWith("composeExtension/"))
    return { status: 200, body: { composeExtension: { type: "message", text } } };
  return { status: 200, body: sentenceCard(text, language) };
}
