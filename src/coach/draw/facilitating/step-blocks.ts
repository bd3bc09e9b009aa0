import { mayOffer, objected, toTalk } from "../../../assessment/agreement.ts";
import {
  type AssessedStep,
  assessedSteps,
  levelLabel,
  levelName,
  levelsOf,
} from "../../../assessment/assessed-step.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Block, DescribedOption } from "../../../message/message.ts";
import type { Spread } from "../../../rounds/round.ts";
import { type Say, words } from "../../../text/text.ts";
import { actionText } from "../../action.ts";
import type { Listener, Scene } from "../../scene.ts";
import { button, choices, heading, paragraph, quiet, rows } from "../compose.ts";
import { capital, inSentence, numberWord } from "../number-words.ts";
import { shorten } from "../shorten.ts";
import { agreedLabel } from "./agreed-label.ts";

/** Dimensions to which someone objects, never who. */
export function objectionBlocks(scene: Scene, { language }: Listener): (Block | undefined)[] {
  const { round, flow } = scene;
  const say = words(language);
  return objected(round, flow).flatMap((step) => [
    paragraph(say("round.objection", { title: step.title[language], level: agreedLabel(scene, step, language) ?? "" })),
    choices([button(say("round.button.reopen"), { kind: "reopen", round: round._id, step: step.id })]),
  ]);
}

/**
 * The dimension that the team talks about now, with its buttons, and the names of those that follow. Before "Puhuttu" there is no level to record;
 * after it the middle answer is offered, the others stand behind the menu. Where no spread can be shown, and where a level was fixed before and taken
 * up again, every level is a row.
 */
export function openStepBlocks(scene: Scene, { language }: Listener): (Block | undefined)[] {
  const { round, flow } = scene;
  const say = words(language);
  const [step, ...rest] = toTalk(round, flow);
  if (!step) return [];
  const total = assessedSteps(flow).filter(({ id }) => needsTalk(round, id)).length;
  const position = total - rest.length;
  return [
    heading(say("round.topic", { title: step.title[language], position, total })),
    paragraph(spreadLine(scene, step, say, language)),
    ...(round.talked[step.id] === undefined ? talkNow(scene, step, say) : recordNow(scene, step, say, language)),
    rest.length === 0
      ? undefined
      : quiet(say("round.thenTitles", { titles: rest.map(({ title }) => inSentence(title[language])).join(", ") })),
  ];
}

/** Whether a step is one of those that are talked through one by one: people differ, too little is known, or it was taken up again. */
function needsTalk({ snapshot, reopened }: Scene["round"], step: string): boolean {
  const spread = snapshot?.steps[step];
  return reopened[step] !== undefined || !spread || spread.kind === "hidden" || spread.apart !== "one-mind";
}

function talkNow({ round }: Scene, step: AssessedStep, say: Say): (Block | undefined)[] {
  const spread = round.snapshot?.steps[step.id];
  const question =
    round.reopened[step.id] !== undefined
      ? "reopened"
      : spread === undefined || spread.kind === "hidden"
        ? "hidden"
        : spread.apart === "apart"
          ? "apart"
          : "close";
  return [
    paragraph(say(`round.question.${question}`)),
    choices([
      button(say("round.button.talked"), { kind: "talked", round: round._id, step: step.id }, { primary: true }),
    ]),
  ];
}

function recordNow({ round, flow }: Scene, step: AssessedStep, say: Say, language: Listener["language"]) {
  const fix = (level: number) => ({ kind: "fix", round: round._id, step: step.id, level }) as const;
  const label = (level: number) =>
    shorten(say("round.button.fix", { level: levelLabel(flow, step, level, language) }), LIMITS.buttonLabel);
  const levels = Array.from({ length: levelsOf(step) }, (_, index) => index + 1);
  const reopened = round.reopened[step.id] !== undefined;
  const offered = reopened ? undefined : mayOffer(round, step.id);
  if (offered === undefined) {
    return [
      paragraph(reopened ? say("round.question.reopened") : say("round.notOffered")),
      rows(levels.map((level) => levelRow({ flow, step, level, language, action: actionText(fix(level)) }))),
    ];
  }
  return [
    paragraph(say("round.offered", { level: levelLabel(flow, step, offered, language) })),
    choices(
      [button(label(offered), fix(offered), { primary: true })],
      levels.filter((level) => level !== offered).map((level) => button(label(level), fix(level))),
      say("round.button.otherLevels"),
    ),
  ];
}

function levelRow({
  flow,
  step,
  level,
  language,
  action,
}: {
  readonly flow: Scene["flow"];
  readonly step: AssessedStep;
  readonly level: number;
  readonly language: Listener["language"];
  readonly action: string;
}): DescribedOption {
  const described = step.kind === "level" ? step.levels[level - 1] : undefined;
  const label = levelName(flow, step, level, language) ?? String(level);
  return {
    mark: String(level),
    label,
    description: described?.description[language] ?? label,
    ...(described ? { sign: described.sign[language] } : {}),
    action,
  };
}

/** How the answers lie, as far as that may be shown: the levels one by one, one word, or nothing. */
function spreadLine(scene: Scene, step: AssessedStep, say: Say, language: Listener["language"]): string {
  const { round } = scene;
  const agreed = agreedLabel(scene, step, language);
  const spread = round.snapshot?.steps[step.id];
  const unsaid =
    spread && spread.cannotSay > 0
      ? capital(say("round.cannotSay", { count: spread.cannotSay, number: numberWord(say, spread.cannotSay) }))
      : "";
  const lie =
    round.reopened[step.id] !== undefined && agreed !== undefined
      ? say("round.spreadReopened", { level: agreed })
      : shownSpread(spread, say);
  return `${lie} ${unsaid}`.trim();
}

function shownSpread(spread: Spread | undefined, say: Say): string {
  if (spread?.kind === "counts") {
    const levels = spread.counts.flatMap((count, index) => Array<number>(count).fill(index + 1));
    const listed = levels.length <= 12 ? levels.join(", ") : tally(spread.counts);
    return say("round.spreadCounts", { levels: listed });
  }
  if (spread?.kind === "word") {
    const key = { "one-mind": "spreadOneMind", close: "spreadClose", apart: "spreadApart" } as const;
    return say(`round.${key[spread.apart]}`);
  }
  return say("round.spreadHidden");
}

/** Many answers: "1 (3), 2 (14)". */
function tally(counts: readonly number[]): string {
  return counts.flatMap((count, index) => (count > 0 ? `${index + 1} (${count})` : [])).join(", ");
}
