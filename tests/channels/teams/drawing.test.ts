import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { AdaptiveCard } from "../../../src/channels/cards/adaptive-card.ts";
import { drawActivity, drawTeamsCard } from "../../../src/channels/teams/draw/draw-activity.ts";
import { drawDialog } from "../../../src/channels/teams/draw/draw-dialog.ts";
import { drawTell } from "../../../src/coach/draw/draw-tell.ts";
import type { Chart } from "../../../src/message/chart.ts";
import { LIMITS } from "../../../src/message/limits.ts";
import type { Message } from "../../../src/message/message.ts";
import { LANGUAGES } from "../../../src/text/text.ts";
import { everyForm } from "../../coach/draw/every-form.ts";
import { everyCase } from "../../coach/draw/every-tell.ts";
import { listener } from "../../coach/draw/people.ts";
import { unknownToMicrosoft } from "../cards/microsoft.ts";

const userOf = (person: string) => (person === "p9" ? undefined : { id: `29:${person}` });
const everyMessage = LANGUAGES.flatMap((language) =>
  everyCase.flatMap(({ name, tell, sources }) => {
    const message = drawTell(sources, tell, listener(language));
    return message ? [{ name: `${name} (${language})`, message }] : [];
  }),
);

function drawingOf(message: Message) {
  const charts = message.blocks.flatMap((block) => (block.kind === "picture" ? block.chart : []));
  return { userOf, pictures: new Map<Chart, string>(charts.map((chart) => [chart, "data:image/png;base64,AAAA"])) };
}

const action = z.looseObject({ type: z.string().startsWith("Action."), mode: z.string().optional() });
const input = z.looseObject({ type: z.string().startsWith("Input."), id: z.string().min(1), label: z.string().min(1) });

/** Every object within a card, itself first. */
function partsOf(node: unknown): readonly object[] {
  if (typeof node !== "object" || node === null) return [];
  return [node, ...Object.values(node).flatMap(partsOf)];
}

/** What of Teams' rules a card breaks, a line each. */
function problemsOf(card: object): readonly string[] {
  const parts = partsOf(card);
  const inputs = parts.filter((part) => "type" in part && String(part.type).startsWith("Input."));
  const ids = inputs.map((part) => Reflect.get(part, "id"));
  return [
    ...parts.flatMap((part) => ("actions" in part ? rowProblems(part.actions) : [])),
    ...inputs.flatMap((part) => (input.safeParse(part).success ? [] : ["an input without id or label"])),
    ...(new Set(ids).size < ids.length ? ["an input's id twice"] : []),
  ];
}

function rowProblems(actions: unknown): readonly string[] {
  const shown = z
    .array(action)
    .parse(actions)
    .filter(({ mode }) => mode !== "secondary").length;
  if (shown === 0) return ["a menu with nothing before it"];
  return shown > LIMITS.actionsPerCard ? [`${shown} actions in a row`] : [];
}

/** The part of a card that Microsoft's schema knows: what Teams adds to it stands under "msteams". */
function withoutTeams(card: object): AdaptiveCard {
  const plain: AdaptiveCard = JSON.parse(JSON.stringify({ ...card, msteams: undefined }));
  return plain;
}

test("there is something to draw", () => {
  expect(everyMessage.length).toBeGreaterThan(200);
});

describe("everything that the coach says, in both languages", () => {
  test("is a card of Adaptive Cards 1.5 that Microsoft's parser knows and that keeps Teams' limits", () => {
    const broken = everyMessage.flatMap(({ name, message }) => {
      const card = drawTeamsCard(message, drawingOf(message));
      const problems = [...unknownToMicrosoft(withoutTeams(card)), ...problemsOf(card)];
      return problems.map((problem) => `${name}: ${problem}`);
    });
    expect(broken).toEqual([]);
  });

  test("is below 80 KB as UTF-16, and says itself in a notice and to clients that cannot draw it", () => {
    for (const { message } of everyMessage) {
      const activity = drawActivity(message, drawingOf(message));
      expect(JSON.stringify(activity).length * 2).toBeLessThan(80 * 1024);
      expect(activity.summary.trim()).not.toBe("");
      const [attachment] = activity.attachments ?? [];
      if (message.blocks.some(({ kind }) => kind === "file"))
        expect(attachment).toMatchObject({ contentType: "application/vnd.microsoft.teams.card.file.consent" });
      else if (attachment)
        expect(attachment.content).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
      else expect(activity.text?.trim()).toBeTruthy();
    }
  });

  test("opens dialogs only by buttons that Teams opens dialogs with", () => {
    for (const { message } of everyMessage) {
      const drawn = JSON.stringify(drawTeamsCard(message, drawingOf(message)));
      const opening = drawn.match(/"opens":"form"/g)?.length ?? 0;
      expect(drawn.match(/"msteams":\{"type":"task\/fetch"\}/g)?.length ?? 0).toBe(opening);
    }
  });

  test("the check itself finds what Teams refuses", () => {
    const button = { type: "Action.Execute", title: "x" };
    expect(problemsOf({ body: [{ type: "ActionSet", actions: Array.from({ length: 7 }, () => button) }] })).toEqual([
      "7 actions in a row",
    ]);
    expect(problemsOf({ body: [{ type: "Input.Text", id: "a" }] })).toEqual(["an input without id or label"]);
  });
});

describe("every form of the coach, in both languages", () => {
  const forms = LANGUAGES.flatMap((language) =>
    Object.entries(everyForm(language)).map(([name, form]) => ({ name: `${name} (${language})`, language, form })),
  );

  test.each(forms)("$name is a dialog that Teams takes", ({ form, language }) => {
    const { task } = drawDialog(form, { language, opener: { action: "open", message: "c/1" } });
    if (task?.type !== "continue") throw new Error("no dialog");
    const { content } = task.value.card;
    expect(problemsOf(content)).toEqual([]);
    expect(unknownToMicrosoft(withoutTeams(content))).toEqual([]);
    expect(JSON.stringify(content)).not.toContain("Action.Execute");
    expect(JSON.stringify(task).length * 2).toBeLessThan(80 * 1024);
    expect(task.value.title.length).toBeLessThanOrEqual(LIMITS.formTitle);
  });
});
