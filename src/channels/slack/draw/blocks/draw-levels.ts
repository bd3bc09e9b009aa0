import type { ActionsBlock, KnownBlock } from "@slack/types";
import type { DescribedOption } from "../../../../message/message.ts";
import { shorten } from "../../../../message/shorten.ts";
import { type Language, words } from "../../../../text/text.ts";
import { SLACK_LIMITS } from "../slack-limits.ts";
import { drawButton } from "./draw-choices.ts";
import { richText, run } from "./text-objects.ts";

/**
 * Described choices as a paragraph each, its mark in front and its sign below, then one row of buttons with the marks: on a phone the row stays in one
 * line under the thumb, where a button beside each paragraph would take a line of its own. A screen reader hears the description with the mark.
 */
export function drawLevels(
  options: readonly DescribedOption[],
  { nth, language }: { readonly nth: number; readonly language: Language },
): readonly KnownBlock[] {
  const marks = options.map(({ mark }) => mark.trim());
  const byMark = new Set(marks).size === marks.length && !marks.includes("");
  const buttons = options.map((option, at) => ({
    ...drawButton(
      { ...option, primary: false, label: tick(option, byMark ? option.mark : option.label) },
      `${nth}.${at}`,
    ),
    accessibility_label: shorten(spoken(option, language), SLACK_LIMITS.accessibilityLabel),
  }));
  const rows = Math.ceil(buttons.length / SLACK_LIMITS.actions);
  return [
    ...options.flatMap((option) =>
      richText([
        [...run(`${tick(option, option.mark)} `, { bold: true }), ...describe(option)],
        run(option.sign ?? "", { italic: true }),
      ]),
    ),
    ...Array.from(
      { length: rows },
      (_, row): ActionsBlock => ({
        type: "actions",
        block_id: `levels${nth}.${row}`,
        elements: buttons.slice(row * SLACK_LIMITS.actions, (row + 1) * SLACK_LIMITS.actions),
      }),
    ),
  ];
}

function describe({ description, chosen }: DescribedOption) {
  return run(description, chosen ? { bold: true } : undefined);
}

function tick({ chosen }: DescribedOption, text: string): string {
  return chosen ? `✓ ${text}` : text;
}

function spoken({ mark, label, description, chosen }: DescribedOption, language: Language): string {
  const named = label.startsWith(mark) ? label : `${mark} ${label}`;
  const parts = [chosen ? words(language)("slack.chosen") : "", named, label === description ? "" : description];
  const all = parts.filter((part) => part.trim() !== "").join(". ");
  return all === "" ? "–" : all;
}
