import { afterEach, beforeEach, expect, test } from "vitest";
import { describeInBrowser } from "./describe-in-browser.ts";
import { type Visit, visit } from "./open-browser.ts";
import { roundCard } from "./sample-cards.ts";
import { type ServedChat, serveChat } from "./serve-chat.ts";
import { soon } from "./soon.ts";

const coach = { kind: "coach" } as const;

describeInBrowser("losing the connection", (browser) => {
  let served: ServedChat;
  let open: Visit;
  beforeEach(async () => {
    served = await serveChat();
    open = await visit(browser(), `${served.address}#/satu/private`);
    await open.page.getByRole("textbox", { name: "Viesti: Luotsi" }).waitFor();
    await soon(() => served.chat.listeners.size).toBe(1);
    // What the page sent by itself on opening has been answered.
    await soon(() => open.page.evaluate(() => sessionStorage.getItem("luotsi.outbox"))).toBe(null);
  });
  afterEach(async () => {
    await open.context.close();
    await served.stop();
  });

  async function say(text: string): Promise<void> {
    await open.page.getByRole("textbox", { name: "Viesti: Luotsi" }).fill(text);
    await open.page.keyboard.press("Enter");
  }
  const said = () => served.chat.messages("private:satu", null).map((message) => message.text);
  /** The browser itself tells of every request that failed; nothing else may go wrong. */
  const troubles = () => open.troubles.filter((trouble) => !trouble.includes("Failed to load resource"));

  test("what is said while the server is away is kept, shown as on its way, and sent when it is back", async () => {
    const { page } = open;
    await served.stop();
    await page.getByText("Yhteys katkesi, yritän uudestaan.").waitFor();
    await say("ensin");
    await say("sitten");
    await page.getByText("2 viestiä odottaa lähetystä.").waitFor();
    expect(await page.getByText("lähetetään…").count()).toBe(2);
    await served.start();
    await soon(said).toEqual(["ensin", "sitten"]);
    await soon(() => page.getByText("lähetetään…").count()).toBe(0);
    await soon(() => page.getByText("Yhteys katkesi").count()).toBe(0);
    expect(troubles()).toEqual([]);
  });

  test("what happened meanwhile is fetched when the connection comes back", async () => {
    const { page } = open;
    await served.stop();
    await page.getByText("Yhteys katkesi").waitFor();
    served.chat.post({ room: "private:satu", from: coach, text: "Kirjoitin poissa ollessasi." });
    await served.start();
    await page.getByRole("log").getByText("Kirjoitin poissa ollessasi.").waitFor();
    expect(troubles()).toEqual([]);
  });

  test("an answer that is lost after the write makes no second message", async () => {
    served.trouble = "lose";
    await say("kerran");
    await soon(() => served.chat.attempts.filter((one) => one.verb === "say").length).toBeGreaterThan(1);
    served.trouble = "none";
    await soon(() => open.page.getByText("lähetetään…").count()).toBe(0);
    expect(said()).toEqual(["kerran"]);
    expect(await open.page.locator("[data-from='person']").count()).toBe(1);
    const events = served.chat.attempts.filter((one) => one.verb === "say").map((one) => one.body.eventId);
    expect(new Set(events).size).toBe(1);
    expect(troubles()).toEqual([]);
  });

  test("a 503 is repeated with the same event id", async () => {
    served.trouble = "refuse";
    await say("odota");
    await open.page.getByText("Yhteys katkesi").waitFor();
    served.trouble = "none";
    await soon(said).toEqual(["odota"]);
    expect(troubles()).toEqual([]);
  });

  test("a reload loses nothing: neither what waits, nor what is half written, nor the place", async () => {
    const { page } = open;
    served.trouble = "refuse";
    await say("ennen latausta");
    await page.getByRole("textbox", { name: "Viesti: Luotsi" }).fill("kesken");
    await page.reload();
    await page.getByText("ennen latausta").waitFor();
    expect(await page.getByRole("textbox", { name: "Viesti: Luotsi" }).inputValue()).toBe("kesken");
    served.trouble = "none";
    await soon(said).toEqual(["ennen latausta"]);
    await soon(() => page.getByText("lähetetään…").count()).toBe(0);
    expect(new URL(page.url()).hash).toBe("#/satu/private");
    expect(troubles()).toEqual([]);
  });

  test("a tap that does not get through is repeated, and its buttons wait", async () => {
    const { page } = open;
    served.chat.post({ room: "private:satu", from: coach, ...roundCard() });
    const button = page.getByRole("button", { name: "Vastaa", exact: true });
    await button.waitFor();
    served.trouble = "refuse";
    await button.click();
    await soon(() => button.getAttribute("aria-disabled")).toBe("true");
    served.trouble = "none";
    await soon(() => button.getAttribute("aria-disabled")).toBe(null);
    expect(served.chat.sent.filter((one) => one.verb === "tap")).toHaveLength(1);
    expect(troubles()).toEqual([]);
  });

  test("a refusal is told in its own words and the text comes back to be mended", async () => {
    const { page } = open;
    served.refusal = "Viestissä on yli 3000 merkkiä.";
    await say("liian pitkä");
    await page.getByText("Viestissä on yli 3000 merkkiä.").waitFor();
    await soon(() => page.getByRole("textbox", { name: "Viesti: Luotsi" }).inputValue()).toBe("liian pitkä");
    expect(await page.locator("[data-from='person']").count()).toBe(0);
    expect(troubles()).toEqual([]);
  });

  test("a page that is not seen holds no connection, and shows what happened meanwhile when it is seen again", async () => {
    const { page } = open;
    const see = (state: DocumentVisibilityState) =>
      page.evaluate((now) => {
        Object.defineProperty(document, "visibilityState", { configurable: true, get: () => now });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    await see("hidden");
    await soon(() => served.chat.listeners.size).toBe(0);
    served.chat.post({ room: "private:satu", from: coach, text: "Kirjoitin toisen välilehden aikana." });
    await see("visible");
    await page.getByRole("log").getByText("Kirjoitin toisen välilehden aikana.").waitFor();
    await soon(() => served.chat.listeners.size).toBe(1);
    expect(troubles()).toEqual([]);
  });

  test("in any number of windows of one browser, all in sight, people see what happens and are heard", async () => {
    const pages = [open.page];
    while (pages.length < 8) {
      const page = await open.context.newPage();
      await page.goto(`${served.address}#/satu/private`, { waitUntil: "commit" });
      await page.getByRole("textbox", { name: "Viesti: Luotsi" }).waitFor();
      pages.push(page);
    }
    expect(served.chat.listeners.size).toBeLessThan(6);
    await say("kuuluuko?");
    for (const page of pages) await page.getByRole("log").getByText("kuuluuko?").waitFor();
    // Who closes a window leaves its connection to another.
    const connected = served.chat.listeners.size;
    await pages[1]?.close();
    await soon(() => served.chat.listeners.size).toBe(connected);
    expect(troubles()).toEqual([]);
  });
});
