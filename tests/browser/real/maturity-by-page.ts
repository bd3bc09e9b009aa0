import { expect } from "vitest";
import { soon } from "../soon.ts";
import { AtApi } from "./at-api.ts";
import type { AtPage } from "./at-page.ts";
import type { RunningLuotsi } from "./running-luotsi.ts";

export const KONEET = "channel:playground-koneet";

/** The first round from its start to its summary: Satu and Emma at the page, three others at their own machines. */
export async function playsFirstRound(at: AtPage, luotsi: RunningLuotsi): Promise<void> {
  await startsRound(at);
  await takesPart(at, "Satu");
  await answers(at, ["2", "taso 3", 3, "määritetty", "kakkonen kai", 2]);
  await at.hears("Kaikkiin kohtiin on vastattu");
  await at.isWell();
  await takesPart(at, "Emma");
  await answers(at, [2, "level 4", "defined", "three", "two", "2"]);
  await at.hears("Every question is answered");
  await at.isWell();
  await othersAnswer(luotsi);
  await at.becomes("Satu");
  await at.enters("Koneet");
  await at.sees("5/7 vastannut");
  await entersHands(at, /^Strategia/, "0 2 0 0 0");
  await closesAndAgrees(at, 2);
  await at.becomes("Jari");
  await at.enters("Koneet");
  await at.sees("Viisi vastasi, kaksi viittasi paikan päällä.");
  await at.taps(/^4 Asiakastieto/);
  await at.sees("Yksi nostaisi tämän");
  await at.isWell();
  await at.becomes("Satu");
  await at.enters("Luotsi");
  await lifts(at);
  await readsSummary(at);
}

/** Satu starts digital maturity from the team's channel and confirms the form as it stands. */
export async function startsRound(at: AtPage, invited = 7): Promise<void> {
  await at.becomes("Satu");
  await at.enters("Koneet");
  await at.says("Aloita digikypsyys");
  await at.taps("Aloita kierros");
  const { dialog } = at;
  await dialog.getByText("Sinusta tulee kierroksen vetäjä").waitFor();
  expect(await dialog.getByRole("checkbox", { checked: true }).count()).toBe(invited);
  await at.isWell();
  await at.presses(dialog.getByRole("button", { name: "Avaa kierros" }));
  await at.sees(`0/${invited} vastannut`);
}

/** Takes part from the channel's card. */
export async function takesPart(at: AtPage, name: string): Promise<void> {
  await at.becomes(name);
  await at.enters("Koneet");
  await at.taps("Vastaa");
  await at.enters("Luotsi");
}

/** Answers the questions from the first one on: a text is typed, a number taps that row. */
export async function answers(at: AtPage, words: readonly (string | number)[], from = 1): Promise<void> {
  for (const [index, word] of words.entries()) {
    await at.sees(` · ${from + index}/6`);
    if (typeof word === "string") await at.says(word);
    else await at.taps(new RegExp(`^(Valittu. |Chosen. )?${word}[ .]`));
  }
}

/** Three who are at their own machines: of one mind with the others but on two things. */
export async function othersAnswer(luotsi: RunningLuotsi): Promise<void> {
  const others = {
    jari: ["2", "1", "kolme", "4", "2", "2"],
    pekka: ["2", "1", "3", "2", "2", "2"],
    marja: ["2", "4", "3", "5", "2", "2"],
  };
  await Promise.all(
    Object.entries(others).map(([person, words]) => new AtApi(luotsi, person).answers("Vastaa", KONEET, words)),
  );
}

/** Five people, all of one mind. */
export async function everyoneAnswers(luotsi: RunningLuotsi, words: readonly string[]): Promise<void> {
  await Promise.all(
    ["satu", "jari", "pekka", "marja", "emma"].map((person) =>
      new AtApi(luotsi, person).answers("Vastaa", KONEET, words),
    ),
  );
}

/** Satu writes down the hands of those who have no chat: first not as numbers, which is told at the field. */
export async function entersHands(at: AtPage, step: RegExp, counts: string): Promise<void> {
  await at.becomes("Satu");
  await at.enters("Luotsi");
  await at.taps("Kirjaa viittaukset");
  const hands = at.dialog.getByRole("textbox", { name: step });
  const send = at.dialog.getByRole("button", { name: "Kirjaa viittaukset" });
  await hands.fill("moi");
  await at.presses(send);
  await at.dialog.getByText("Yksi kohta kaipaa korjausta.").waitFor();
  await at.isWell();
  await hands.fill(counts);
  await at.presses(send);
  await soon(() => at.dialog.count()).toBe(0);
}

/** Satu closes the round, accepts what is of one mind, and leads the talk about the rest. */
export async function closesAndAgrees(at: AtPage, topics: number): Promise<void> {
  await at.becomes("Satu");
  await at.enters("Luotsi");
  await at.taps("Sulje nyt");
  await at.taps("Hyväksy nämä yhdessä");
  for (let topic = 0; topic < topics; topic += 1) {
    await at.taps("Puhuttu");
    await at.isWell();
    await at.taps(/^Kirjaa \d/);
  }
  await at.place.locator(".card").getByRole("button", { name: "Valitse nostettavat" }).waitFor();
}

/** Satu writes down what is lifted; first with mistakes, which stand at their fields. */
export async function lifts(at: AtPage): Promise<void> {
  await at.taps("Valitse nostettavat");
  const { dialog } = at;
  const send = dialog.getByRole("button", { name: "Julkaise yhteenveto" });
  await at.presses(send);
  await soon(() => dialog.getByText("Tähän tarvitaan vastaus.").count()).toBe(1);
  for (const step of ["Strategia", "Mittaaminen", "Asiakastieto"]) {
    await dialog.getByRole("checkbox", { name: new RegExp(step) }).check();
  }
  await dialog.getByRole("textbox", { name: "Mitä tehdään ensin" }).fill("Listaa nykyiset rekisterit");
  await dialog.getByRole("combobox").selectOption({ label: "Satu Korhonen" });
  await at.presses(send);
  await dialog.getByText("Valitse enintään kaksi.").waitFor();
  await at.isWell();
  for (const box of await dialog.getByRole("checkbox").all()) await box.uncheck();
  await dialog.getByRole("checkbox", { name: /Asiakastieto/ }).check();
  await at.presses(send);
  await soon(() => dialog.count()).toBe(0);
}

/** The summary stands in the channel, its picture drawn; the thread of the round tells the rest. */
export async function readsSummary(at: AtPage): Promise<void> {
  await at.enters("Koneet");
  for (const line of ["Nostamme: asiakastieto", "Ensimmäinen teko: Listaa nykyiset rekisterit", "Katsomme uudestaan:"])
    await at.hears(line);
  await at.seesPictures(1);
  await at.isWell();
  await at.opensThread();
  for (const title of ["Sovitut tasot", "Tasot · ", "Jakauma · ", "Muutos · "]) await at.sees(title);
  await at.seesPictures(2);
  await at.isWell();
}

/** From the summary's thread on: two propose, Satu joins what they said, nobody has anything to add, and the result stands in the channel. */
export async function agreesOnNextLevel(at: AtPage): Promise<void> {
  await at.taps("Aloita: Seuraava taso");
  await at.presses(at.dialog.getByRole("button", { name: "Avaa kierros" }));
  await at.enters("Koneet");
  await at.sees("Seuraava taso, 1. kierros");
  await proposes(at, "Jari", "Yksi rekisteri, johon jokainen kirjaa puhelunsa");
  await proposes(at, "Pekka", "Puretaan vanhat taulukot");
  await opensThreadAs(at, "Satu");
  await at.taps("Otetaan…");
  const proposals = at.dialog.getByRole("checkbox");
  await soon(() => proposals.count()).toBe(2);
  for (const proposal of await proposals.all()) await proposal.check();
  await at.isWell();
  await at.presses(at.dialog.getByRole("button", { name: "Vie tiimille" }));
  await at.sees("Onko jollain muuta?");
  await at.taps("Ei muuta, kirjataan");
  await proposes(at, "Pekka", "4");
  await opensThreadAs(at, "Satu");
  await at.taps(/^Otetaan: 4/);
  await at.taps("Ei muuta, kirjataan");
  await at.enters("Koneet");
  await at.hears("Asiakastieto: 3, Määritetty → 4");
  await at.hears("Puretaan vanhat taulukot");
  await at.isWell();
}

async function proposes(at: AtPage, name: string, proposal: string): Promise<void> {
  await opensThreadAs(at, name);
  await at.says(proposal);
  await at.sees(proposal);
}

async function opensThreadAs(at: AtPage, name: string): Promise<void> {
  await at.becomes(name);
  await at.enters("Koneet");
  await at.opensThread();
}
