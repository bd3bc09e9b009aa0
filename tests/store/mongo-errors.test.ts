import { MongoNetworkError, MongoServerError } from "mongodb";
import { expect, test } from "vitest";
import { translated } from "../../src/store/mongo/errors.ts";
import { AnswerLate } from "../../src/store/mongo/within.ts";
import { StoredDocumentInvalid, StoreMisused, StoreUnavailable } from "../../src/store/store-errors.ts";

const server = (code: number, message = "") => new MongoServerError({ message, code });

test.each([
  ["a network error", new MongoNetworkError("connection closed")],
  ["no server found", Object.assign(new Error("timed out"), { name: "MongoServerSelectionError" })],
  ["a socket cut just now", Object.assign(new Error("This socket has been ended"), { code: "EPIPE" })],
  ["an answer that came too late", new AnswerLate("no answer")],
  ["a server that is no primary any more", server(10107)],
  ["a server that shuts down", server(91)],
  ["a majority that did not answer", server(64)],
  ["a disk without room", server(14031)],
])("%s is StoreUnavailable", (_, error) => {
  expect(translated(error, "insert cards")).toBeInstanceOf(StoreUnavailable);
});

test.each([
  ["unique fields that are taken", 11000],
  ["a path through a text", 28],
  ["a type that does not take the operator", 14],
  ["a document that grew too large", 17419],
])("%s is a mistake of ours, and the server's words with their values are left out", (_, code) => {
  const error = translated(server(code, 'dup key: { name: "Matti" }'), "change cards");
  expect(error).toBeInstanceOf(StoredDocumentInvalid);
  expect(String(error)).not.toContain("Matti");
  expect(error).not.toHaveProperty("cause");
});

test("what is not the database's comes back as it is", () => {
  for (const error of [new TypeError("x"), new StoreMisused("x"), new StoredDocumentInvalid("x"), "x"])
    expect(translated(error, "get cards")).toBe(error);
});
