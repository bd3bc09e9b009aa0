import { afterEach, beforeEach, expect, test } from "vitest";
import { describeInBrowser } from "./describe-in-browser.ts";
import { overflowOf, PHONE, type Visit, visit } from "./open-browser.ts";
import { roundCard } from "./sample-cards.ts";
import { type ServedChat, serveChat } from "./serve-chat.ts";
import { soon } from "./soon.ts";

const coach = { kind: "coach" } as const;
const jari = { kind: "person", id: "jari", name: "Jari Koskela" } as const;

describeInBrowser("talking in the web chat", (browser) => {
  let served: ServedChat;
  let open: Visit;
  beforeEach(async () => {
    served = await serveChat();
  });
  afterEach(async () => {
    await open.context.close();
    await served.stop();
  });

  test("a newcomer lands in the private chat of the first person, with things to try", async () => {
    open = await visit(browser(), served.address);
    const { page } = open;
    await page.getByRole("heading", { name: "Luotsi", level: 1 }).waitFor();
    expect(new URL(page.url()).hash).toBe("#/satu/private");
    expect(await page.getByText("Kokeiluympäristö").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Ohje" }).click();
    await page.getByRole("log").getByText("Ohje").waitFor();
    await soon(() => page.getByText("lähetetään…").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Ohje" }).count()).toBe(0);
    expect(served.chat.sent.map((one) => one.verb)).toEqual(expect.arrayContaining(["open", "say"]));
    expect(open.troubles).toEqual([]);
  });

  test("one click makes you another person, in that person's language and time", async () => {
    served.chat.post({ room: "channel:myynti", from: jari, text: "Moi", at: Date.UTC(2026, 10, 2, 12, 30) });
    open = await visit(browser(), `${served.address}#/satu/channel/myynti`);
    const { page } = open;
    await page.getByText("14.30").first().waitFor();
    await page.getByRole("link", { name: "Emma Clarke" }).click();
    await page.getByText("12:30").first().waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByRole("textbox", { name: "Message: myynti" }).waitFor();
    expect(open.troubles).toEqual([]);
  });

  test("what is written under a question came after it, whatever the clock of the browser says", async () => {
    const at = Date.now() + 3_600_000;
    served.chat.post({ room: "private:satu", from: coach, text: "Kuinka monta?", at });
    open = await visit(browser(), `${served.address}#/satu/private`);
    const { page } = open;
    await page.getByText("Kuinka monta?").first().waitFor();
    const box = page.getByRole("textbox", { name: "Viesti: Luotsi" });
    await box.fill("3");
    await box.press("Enter");
    await soon(() => served.chat.sent.find((one) => one.verb === "say")?.body.at).toBe(at);
    expect(open.troubles).toEqual([]);
  });

  test("Enter sends, Shift+Enter starts a line, arrow up edits the last own message, and it can be deleted", async () => {
    open = await visit(browser(), `${served.address}#/satu/private`);
    const { page } = open;
    const box = page.getByRole("textbox", { name: "Viesti: Luotsi" });
    await box.fill("eka");
    await box.press("Shift+Enter");
    await box.pressSequentially("toka");
    await box.press("Enter");
    const said = page.locator("[data-from='person']");
    await soon(() => said.innerText()).toContain("eka\ntoka");
    await soon(() => page.getByText("lähetetään…").count()).toBe(0);
    await box.press("ArrowUp");
    const editor = page.getByRole("textbox", { name: "Muokkaa viestiä" });
    await editor.fill("korjattu");
    await editor.press("Enter");
    await page.getByText("korjattu (muokattu)").waitFor();
    await said.hover();
    await page.getByRole("button", { name: "Poista" }).click();
    await page.getByText("Viesti on poistettu.").waitFor();
    expect(open.troubles).toEqual([]);
  });

  test("what people write is shown as they wrote it", async () => {
    const text = '<img src=x onerror="alert(1)"> **paksu** {{DATE(2026-02-14T06:08:39Z)}} @kaikki\n\n- lista';
    open = await visit(browser(), `${served.address}#/satu/private`);
    const { page } = open;
    await page.getByRole("textbox", { name: "Viesti: Luotsi" }).fill(text);
    await page.keyboard.press("Enter");
    await soon(() => page.locator("[data-from='person'] .text").innerText()).toBe(text);
    expect(open.troubles).toEqual([]);
  });

  test("messages, unread marks and the typing sign come by themselves", async () => {
    open = await visit(browser(), `${served.address}#/satu/private`);
    const { page } = open;
    await page.getByRole("heading", { name: "Luotsi", level: 1 }).waitFor();
    await soon(() => served.chat.listeners.size).toBe(1);
    served.chat.showTyping("private:satu", 60_000);
    await page.getByText("Luotsi kirjoittaa…").waitFor();
    served.chat.post({ room: "private:satu", from: coach, text: "Hei Satu." });
    await page.getByRole("log").getByText("Hei Satu.").waitFor();
    expect(await page.getByText("Luotsi kirjoittaa…").count()).toBe(0);
    served.chat.post({ room: "channel:huolto", from: jari, text: "Moi" });
    await page.getByRole("link", { name: "huolto 1 lukematon" }).click();
    await page.getByRole("log").getByText("Moi").waitFor();
    await soon(() => page.getByRole("link", { name: "huolto", exact: true }).count()).toBe(1);
    await soon(() => served.chat.rooms("satu")[1]?.unread).toBe(0);
    expect(open.troubles).toEqual([]);
  });

  test("a thread opens beside its room, takes replies, and closes with Esc", async () => {
    const root = served.chat.post({ room: "channel:huolto", from: coach, ...roundCard(), startsThread: "r1" });
    open = await visit(browser(), `${served.address}#/satu/channel/huolto`);
    const { page } = open;
    await page.locator(`[data-message='${root.id}']`).hover();
    await page.getByRole("button", { name: "Vastaa ketjussa" }).click();
    const thread = page.getByRole("complementary", { name: "Ketju: huolto" });
    await thread.getByRole("textbox").fill("Sopii minulle");
    await page.keyboard.press("Enter");
    await thread.getByText("Sopii minulle").waitFor();
    await page.getByRole("button", { name: "1 viesti" }).waitFor();
    await page.keyboard.press("Escape");
    await soon(() => thread.count()).toBe(0);
    expect(open.troubles).toEqual([]);
  });

  test("a newcomer joins a team's channel", async () => {
    served.chat.post({ room: "channel:huolto", from: jari, text: "Tervetuloa" });
    open = await visit(browser(), `${served.address}#/emma/channel/huolto`);
    const { page } = open;
    await page.getByRole("button", { name: "Join the channel" }).click();
    await page.getByRole("log").getByText("Tervetuloa").waitFor();
    expect(open.troubles).toEqual([]);
  });

  test("a dropped file is sent", async () => {
    open = await visit(browser(), `${served.address}#/satu/private`);
    const { page } = open;
    await page.getByRole("textbox", { name: "Viesti: Luotsi" }).waitFor();
    await page.locator(".conversation").evaluate((place) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["x"], "lasku.pdf"));
      place.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    });
    await soon(() => served.chat.sent.some((one) => one.verb === "file")).toBe(true);
    expect(open.troubles).toEqual([]);
  });

  test("a file is chosen in the private chat, the same one again when it was mended", async () => {
    open = await visit(browser(), `${served.address}#/satu/private`, { size: PHONE, touch: true });
    const { page } = open;
    const written = ["A", "B"];
    // Listened for well before: the browser is told in its own time to hand its dialogs over.
    page.on("filechooser", (chooser) =>
      chooser.setFiles({ name: "asiakkaat.csv", mimeType: "text/csv", buffer: Buffer.from(written.shift() ?? "") }),
    );
    await page.getByRole("textbox", { name: "Viesti: Luotsi" }).waitFor();
    for (const content of ["QQ==", "Qg=="]) {
      await page.getByRole("button", { name: "Valitse tiedosto" }).tap();
      await soon(() => served.chat.sent.findLast((one) => one.verb === "file")?.body).toMatchObject({ content });
    }
    expect(await overflowOf(page)).toBe(0);
    await page.goto(`${served.address}#/satu/channel/huolto`);
    await page.getByRole("textbox", { name: "Viesti: huolto" }).waitFor();
    expect(await page.getByRole("button", { name: "Valitse tiedosto" }).count()).toBe(0);
    expect(open.troubles).toEqual([]);
  });

  test("on a phone one goes from rooms to a room to a thread and back, and nothing overflows", async () => {
    const root = served.chat.post({ room: "channel:huolto", from: coach, ...roundCard(), startsThread: "r1" });
    served.chat.post({ room: "channel:huolto", from: jari, thread: "r1", text: "Pitkäsana".repeat(20) });
    open = await visit(browser(), `${served.address}#/satu`, { size: PHONE, touch: true });
    const { page } = open;
    await page.getByRole("link", { name: /^huolto/ }).tap();
    await page.locator(`[data-message='${root.id}']`).waitFor();
    expect(await overflowOf(page)).toBe(0);
    await page.getByRole("button", { name: "1 viesti" }).tap();
    await page.getByRole("complementary").getByText("Pitkäsana").waitFor();
    expect(await overflowOf(page)).toBe(0);
    expect(await page.getByRole("main").isVisible()).toBe(false);
    await page.getByRole("link", { name: "Sulje ketju" }).first().tap();
    await page.getByRole("link", { name: "Takaisin keskusteluihin" }).tap();
    await page.getByRole("link", { name: "Jari Koskela" }).tap();
    expect(new URL(page.url()).hash).toBe("#/jari");
    expect(await overflowOf(page)).toBe(0);
    expect(open.troubles).toEqual([]);
  });
});
