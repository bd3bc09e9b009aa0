import { afterEach, beforeEach, test } from "vitest";
import { describeInBrowser } from "../describe-in-browser.ts";
import { AtPage, type Width } from "./at-page.ts";
import {
  agreesOnNextLevel,
  answers,
  closesAndAgrees,
  entersHands,
  everyoneAnswers,
  lifts,
  othersAnswer,
  readsSummary,
  startsRound,
  takesPart,
} from "./maturity-by-page.ts";
import { type RunningLuotsi, runLuotsi } from "./running-luotsi.ts";

const HUNDRED_DAYS = 100 * 24 * 60 * 60_000;

describeInBrowser("a team's whole round through the page", (browser) => {
  let luotsi: RunningLuotsi;
  let at: AtPage;
  beforeEach(async () => {
    luotsi = await runLuotsi("2026-11-23T09:00:00+02:00");
  });
  afterEach(async () => {
    await at.leaves();
    await luotsi.end();
  });

  async function playsFirstRound(width: Width, colorScheme: "light" | "dark"): Promise<void> {
    at = await AtPage.open(browser(), luotsi, width, colorScheme);
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

  test("goes from the first word in the channel to the summary, the next level, a newcomer and the trend of a second round", async () => {
    await playsFirstRound("desktop", "light");
    await agreesOnNextLevel(at);
    await at.becomes("Oona");
    await at.enters("Koneet");
    await at.presses(at.page.getByRole("button", { name: "Liity kanavalle" }));
    await at.enters("Luotsi");
    await at.sees("Missä mennään · Koneet");
    await at.sees("Ensimmäinen teko: Listaa nykyiset rekisterit");
    await at.isWell();
    await at.leaves();
    luotsi.moveClock(HUNDRED_DAYS);
    at = await AtPage.open(browser(), luotsi, "desktop");
    await startsRound(at, 8);
    await everyoneAnswers(luotsi, ["3", "3", "3", "4", "2", "2"]);
    await closesAndAgrees(at, 0);
    await lifts(at);
    await readsSummary(at);
    await at.sees("Nousi: Strategia");
    await at.isWell();
  }, 90_000);

  test("goes the same way on a phone, in the dark", async () => {
    await playsFirstRound("phone", "dark");
  }, 90_000);
});
