import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { APP, buildApp } from "../../bench/support/build-app.ts";
import { startServer } from "../../bench/support/server-process.ts";
import { browserPath, openBrowser } from "../../tests/browser/open-browser.ts";
import type { Spot } from "./at-chat.ts";
import {
  agreeAndLift,
  answerMost,
  beginTalk,
  CHANNEL,
  close,
  nextLevel,
  peopleAt,
  startMaturity,
} from "./play-rounds.ts";

/**
 * node scripts/run.mjs scripts/pictures/take-pictures.ts [FOLDER]: starts Luotsi on an empty folder, plays a round through the web chat and
 * takes the README's pictures (docs/pictures). Needs Chromium (CHROMIUM_PATH).
 */
const [folder = join("docs", "pictures")] = process.argv.slice(2);
const DESKTOP = { width: 1180, height: 760, scale: 1 };
const TALL = { ...DESKTOP, height: 960 };
const PHONE = { width: 390, height: 780, scale: 2 };
const LARGEST_KILOBYTES = 200;

interface Shot {
  readonly name: string;
  readonly person: string;
  readonly spot: Spot;
  /** A text of the message that is to stand in view. */
  readonly shows: string;
  readonly size?: typeof DESKTOP;
  /** Which end of the message stands in view; its end unless told. */
  readonly block?: "start" | "end";
}

const path = browserPath();
if (path === undefined) throw new Error("No Chromium here: set CHROMIUM_PATH.");
await buildApp();
const data = mkdtempSync(join(tmpdir(), "luotsi-pictures-"));
const server = await startServer({ args: APP, path: "/api/company", environment: { DATA_DIR: data } });
const browser = await openBrowser(path);
try {
  await takeAll(browser, `http://127.0.0.1:${server.port}`);
} finally {
  await browser.close();
  await server.stop();
  rmSync(data, { recursive: true, force: true });
}

async function takeAll(opened: Browser, address: string): Promise<void> {
  const people = peopleAt(address);
  const satu = { person: "satu", spot: people.satu.ownChat };
  const take = (shot: Shot) => takeOne(opened, address, shot);

  await startMaturity(people);
  await answerMost(people);
  await take({ name: "round-card", person: "timo", spot: CHANNEL, shows: "4/7 vastannut" });
  await take({ name: "question", ...satu, shows: "4/6" });
  await take({ name: "question-phone", ...satu, shows: "4/6", size: PHONE, block: "start" });
  await close(people);
  await beginTalk(people);
  await take({ name: "facilitator", ...satu, shows: "Vetäjän kortti" });
  const thread = await agreeAndLift(people);
  await take({ name: "summary", person: "jari", spot: CHANNEL, shows: "Ensimmäinen teko", size: TALL });
  await take({ name: "summary-phone", person: "jari", spot: CHANNEL, shows: "Ensimmäinen teko", size: PHONE });
  await take({ name: "heatmap-phone", person: "jari", spot: thread, shows: "Jakauma ·", size: PHONE, block: "start" });
  const together = await nextLevel(people);
  await take({ name: "next-level", person: "pekka", spot: together, shows: "Vanhat taulukot" });
}

async function takeOne(opened: Browser, address: string, shot: Shot): Promise<void> {
  const { width, height, scale } = shot.size ?? DESKTOP;
  const context = await opened.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: "reduce",
    locale: "fi-FI",
    ...(shot.size === PHONE ? { hasTouch: true, isMobile: true } : {}),
  });
  const page = await context.newPage();
  await page.goto(`${address}/#/${hash(shot)}`);
  await showMessage(page, shot);
  const file = join(folder, `${shot.name}.png`);
  await page.screenshot({ path: file });
  await context.close();
  const kilobytes = Math.ceil(statSync(file).size / 1024);
  console.log(`${file} ${kilobytes} kB`);
  if (kilobytes > LARGEST_KILOBYTES) throw new Error(`${file} is larger than ${LARGEST_KILOBYTES} kB`);
}

/** The address of a place, as the page keeps it (src/channels/web/page/state/route.ts). */
function hash({ person, spot }: Shot): string {
  const [kind = "", team = ""] = spot.room.split(":");
  const room = kind === "private" ? "private" : `channel/${encodeURIComponent(team)}`;
  const thread = spot.thread ? `/thread/${encodeURIComponent(spot.thread)}` : "";
  return `playground-${person}/${room}${thread}`;
}

/** Waits until the newest message that holds the text is drawn with its pictures, and brings it into view. */
async function showMessage(page: Page, { shows, block = "end" }: Shot): Promise<void> {
  const line = page.locator("li[data-message]", { hasText: shows }).last();
  await line.waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  for (const image of await line.locator("img").all())
    await image.evaluate((element: HTMLImageElement) => element.decode());
  await line.evaluate((element, end) => element.scrollIntoView({ block: end }), block);
  await page.mouse.move(0, 0);
}
