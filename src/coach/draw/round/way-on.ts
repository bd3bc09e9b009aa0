import { LIMITS } from "../../../message/limits.ts";
import type { Block, Option } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import type { Scene } from "../../scene.ts";
import { button, choices, quiet } from "../compose.ts";
import { shorten } from "../shorten.ts";

/** Where a team's round leads, with the button to the form that starts it there; nothing at the end of the way, and in an own record. */
export function wayOn(scene: Scene, language: Language): (Block | undefined)[] {
  const { next, round } = scene;
  if (!next || round.mode === "own") return [];
  const told = { flow: next.title[language], gives: next.gives[language] };
  return [quiet(words(language)("round.next", told)), choices([startNext(scene, language)])];
}

/** "Aloita: Kehittämistoimet" */
export function startNext({ next, round }: Pick<Scene, "next" | "round">, language: Language): Option | undefined {
  if (!next) return undefined;
  const label = words(language)("coach.button.startFlow", { flow: next.title[language] });
  return button(
    shorten(label, LIMITS.buttonLabel),
    { kind: "prepare", flow: next.id, team: round.team },
    { primary: true, opensForm: true },
  );
}
