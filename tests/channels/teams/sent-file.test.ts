import { expect, test } from "vitest";
import { sentFile } from "../../../src/channels/teams/receive/sent-file.ts";

const TEAMS = "https://smba.trafficmanager.net/emea/";
const LIES_ELSEWHERE = [
  "https://example.org/a.csv",
  "https://asharepoint.com/a.csv",
  "http://firma.sharepoint.com/a.csv",
  "http://127.0.0.1/a.csv",
];

function sent(...urls: readonly string[]) {
  const heard = { downloads: urls.map((url) => ({ name: "asiakkaat.csv", url })), serviceUrl: TEAMS };
  return sentFile(heard).file;
}

test.each(LIES_ELSEWHERE)("%s is no place of Microsoft's: nothing is fetched from there", async (url) => {
  const file = sent(url);
  expect(file).toMatchObject({ kind: "one", name: "asiakkaat.csv" });
  expect(file?.kind === "one" && (await file.read(1000))).toEqual({ kind: "unreachable" });
});

test("several files at once are told of as such, and a message without any has none", () => {
  expect(sent("https://firma.sharepoint.com/a.csv", "https://firma.sharepoint.com/b.csv")).toEqual({ kind: "several" });
  expect(sent()).toBeUndefined();
});
