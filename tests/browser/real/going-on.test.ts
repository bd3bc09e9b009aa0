import { afterEach, beforeEach, expect, test } from "vitest";
import { describeInBrowser } from "../describe-in-browser.ts";
import { soon } from "../soon.ts";
import { AtApi } from "./at-api.ts";
import { AtPage } from "./at-page.ts";
import { answers, KONEET, startsRound, takesPart } from "./maturity-by-page.ts";
import { type RunningLuotsi, runLuotsi } from "./running-luotsi.ts";

describeInBrowser("going on in the middle of a round", (browser) => {
  let luotsi: RunningLuotsi;
  let at: AtPage;
  beforeEach(async () => {
    luotsi = await runLuotsi("2026-11-23T09:00:00+02:00");
    at = await AtPage.open(browser(), luotsi, "desktop");
    await startsRound(at);
  });
  afterEach(async () => {
    await at.leaves();
    await luotsi.end();
  });

  test("why, an example, the question before and a pause are at hand, and the answers go on from there", async () => {
    await takesPart(at, "Satu");
    await answers(at, ["3"]);
    await at.hears(" · 2/6");
    await at.choosesFromMenu("Miksi kysytään");
    await at.hears("Miksi kysytään · Mittaaminen");
    await at.says("esimerkki");
    await at.hears("Esimerkki · Mittaaminen");
    await at.says("edellinen");
    await at.hears(" · 1/6");
    await at.taps(/^2 /);
    await at.hears(" · 2/6");
    await at.says("aika hyvin");
    await at.hears("En saanut tästä tasoa.");
    await at.says("tauko");
    await at.hears("Tauko.");
    await at.taps("Jatka");
    await at.hears("Yksi vastauksesi on tallessa.");
    await answers(at, ["1"], 2);
    await at.hears(" · 3/6");
    await at.isWell();
  });

  test("a reload loses nothing, neither does a server that stops and starts again; the page comes back by itself", async () => {
    await takesPart(at, "Satu");
    await answers(at, ["2", "3"]);
    await at.hears(" · 3/6");
    await at.page.reload();
    await at.hears(" · 3/6");
    await at.isWell();
    await luotsi.stop();
    await at.page.getByText("Yhteys katkesi, yritän uudestaan.").waitFor();
    await at.says("määritetty");
    await at.page.getByText("1 viesti odottaa lähetystä.").waitFor();
    await luotsi.startAgain();
    await at.hears(" · 4/6");
    await soon(() => at.page.getByText("Yhteys katkesi").count()).toBe(0);
    await answers(at, ["4", "2", "2"], 4);
    await at.hears("Kaikkiin kohtiin on vastattu");
    for (const line of ["Mittaaminen: 3, Määritetty", "Rakenne ja resurssit: 3, Määritetty"]) await at.hears(line);
    expect(await at.place.locator("[data-from='person']", { hasText: "määritetty" }).count()).toBe(1);
    await at.enters("Koneet");
    await at.sees("1/7 vastannut");
  });

  test("one answers by keyboard alone, and changes an answer later", async () => {
    await new AtApi(luotsi, "satu").answers("Vastaa", KONEET, ["2", "3", "3", "4", "2"]);
    await at.enters("Luotsi");
    await at.hears(" · 6/6");
    await at.place.getByRole("textbox").focus();
    await soon(async () => {
      await at.page.keyboard.press("Shift+Tab");
      return at.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    }).toMatch(/^4 /);
    await at.page.keyboard.press("Enter");
    await at.hears("Kaikkiin kohtiin on vastattu");
    await at.says("vastaukseni");
    await at.hears("Asiakaskokemus: 4, Tarkennettu");
    await at.taps("Muuta: Asiakaskokemus");
    await at.sees(" · 6/6");
    await at.says("kakkonen");
    await at.hears("Kirjattu: 2, Suunnattu.");
    await at.says("vastaukseni");
    await at.hears("Asiakaskokemus: 2, Suunnattu");
    await at.isWell();
  });
});
