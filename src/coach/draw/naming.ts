import { roundTitle } from "../../assessment/round-picture.ts";
import type { Flow } from "../../flow/flow.ts";
import type { Directory } from "../../people/directory.ts";
import type { Round } from "../../rounds/round.ts";
import { type Language, words } from "../../text/text.ts";
import type { Scene } from "../scene.ts";
import { shorten } from "./shorten.ts";

/** Names come from platforms at any length; a person's is cut at a word's end, without a sign, as it may end a sentence. */
const LONGEST_NAME = 40;

export function personName(directory: Directory, person: string, language: Language): string {
  const name = directory.people.get(person)?.name;
  return name === undefined ? words(language)("coach.someone") : shorten(name, LONGEST_NAME).replace(/…$/u, "");
}

export function teamName({ name }: { readonly name: string }): string {
  return shorten(name, LONGEST_NAME);
}

/** "Digikypsyys, 2. kierros"; an own record goes by its flow's name, from the second one on with its number. */
export function roundName({ round, flow }: { readonly round: Round; readonly flow: Flow }, language: Language): string {
  if (round.mode !== "own") return roundTitle(round, flow, language);
  const title = flow.title[language];
  return round.number === 1 ? title : words(language)("own.again", { flow: title, number: round.number });
}

export function facilitatorName({ directory, round }: Pick<Scene, "directory" | "round">, language: Language): string {
  return personName(directory, round.facilitator, language);
}
