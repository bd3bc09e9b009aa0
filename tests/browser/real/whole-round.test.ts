import { afterEach, beforeEach, test } from "vitest";
import { describeInBrowser } from "../describe-in-browser.ts";
import { AtPage } from "./at-page.ts";
import {
  agreesOnNextLevel,
  closesAndAgrees,
  everyoneAnswers,
  lifts,
  playsFirstRound,
  readsSummary,
  startsRound,
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

  test("goes from the first word in the channel to the summary, the next level, a newcomer and the trend of a second round", async () => {
    at = await AtPage.open(browser(), luotsi, "desktop");
    await playsFirstRound(at, luotsi);
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
  });
});
