import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeInBrowser } from "./describe-in-browser.ts";
import { type Visit, visit } from "./open-browser.ts";
import { levelQuestion, startDialog } from "./sample-cards.ts";
import { type ServedChat, serveChat } from "./serve-chat.ts";
import { soon } from "./soon.ts";

/** Tabs until the focus is on what is named so; fails after a whole round. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement === document.body ? null : document.activeElement;
      return `${element?.getAttribute("aria-label") ?? ""} ${element?.textContent ?? ""}`.trim();
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab does not come to ${name}`);
}

describeInBrowser("the web chat by keyboard alone", (browser) => {
  let served: ServedChat;
  let open: Visit;
  beforeEach(async () => {
    served = await serveChat();
  });
  afterEach(async () => {
    await open.context.close();
    await served.stop();
  });

  test("one changes person, opens a room, answers a question, fills in a form and writes", async () => {
    served.chat.post({ room: "private:jari", from: { kind: "coach" }, ...levelQuestion() });
    open = await visit(browser(), `${served.address}#/satu/private`);
    const { page } = open;
    await page.getByRole("textbox", { name: "Viesti: Luotsi" }).waitFor();
    await tabTo(page, /Jari Koskela/);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^3 Määritetty/ }).waitFor();
    await tabTo(page, /^3 Määritetty/);
    await page.keyboard.press("Enter");
    await soon(() => served.chat.sent.findLast((one) => one.verb === "tap")?.body.action).toBe("level.3");
    await tabTo(page, /^En osaa sanoa/);
    await soon(() => page.locator(":focus").getAttribute("aria-disabled")).toBe(null);
    served.chat.answer = () => startDialog();
    await page.keyboard.press("Space");
    await page.getByRole("dialog").waitFor();
    served.chat.answer = () => ({ kind: "taken" });
    await page.keyboard.type("Yhteinen kuva");
    await page.keyboard.press("Enter");
    await soon(() => page.getByRole("dialog").count()).toBe(0);
    expect(await page.locator(":focus").textContent()).toMatch(/^En osaa sanoa/);
    await tabTo(page, /^Siirry kirjoittamaan/);
    await page.keyboard.press("Enter");
    await page.keyboard.type("valmista");
    await page.keyboard.press("Enter");
    await page.getByRole("log").getByText("valmista").waitFor();
    expect(open.troubles).toEqual([]);
  });

  test("one chooses a file", async () => {
    open = await visit(browser(), `${served.address}#/satu/private`);
    const { page } = open;
    // Asked for well before: the browser is told in its own time to hand its dialog over.
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("textbox", { name: "Viesti: Luotsi" }).waitFor();
    await tabTo(page, /^Valitse tiedosto/);
    await page.keyboard.press("Enter");
    await (await chooser).setFiles({ name: "asiakkaat.csv", mimeType: "text/csv", buffer: Buffer.from("Asiakas") });
    await soon(() => served.chat.sent.findLast((one) => one.verb === "file")?.body.name).toBe("asiakkaat.csv");
    expect(open.troubles).toEqual([]);
  });

  test("the focus can be seen wherever it goes", async () => {
    served.chat.post({ room: "private:satu", from: { kind: "coach" }, ...levelQuestion() });
    open = await visit(browser(), `${served.address}#/satu/private`);
    const { page } = open;
    await page.getByRole("button", { name: /^3 Määritetty/ }).waitFor();
    const unseen: string[] = [];
    for (let press = 0; press < 30; press += 1) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body || element.matches(".log-scroller")) return "";
        const style = getComputedStyle(
          element.matches(".composer textarea") ? (element.parentElement ?? element) : element,
        );
        const shown = style.outlineStyle !== "none" || style.boxShadow !== "none";
        return shown ? "" : element.outerHTML.slice(0, 80);
      });
      if (seen !== "") unseen.push(seen);
    }
    expect(unseen).toEqual([]);
  });
});
