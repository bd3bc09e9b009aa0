import { test } from "vitest";
import { describeInBrowser } from "../describe-in-browser.ts";
import { AtPage } from "./at-page.ts";
import { playsFirstRound } from "./maturity-by-page.ts";
import { runLuotsi } from "./running-luotsi.ts";

describeInBrowser("a team's whole round on a phone", (browser) => {
  test("goes from the first word in the channel to the summary and its thread, in the dark", async () => {
    const luotsi = await runLuotsi("2026-11-23T09:00:00+02:00");
    const at = await AtPage.open(browser(), luotsi, "phone", "dark");
    try {
      await playsFirstRound(at, luotsi);
    } finally {
      await at.leaves();
      await luotsi.end();
    }
  });
});
