import type { ServerResponse } from 'node:http';
import type { Refusal } from './refusal.ts';

/** Answers JSON as the API does. */
export function writeJson(response: ServerResponse, status: number, value: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value));
}

/** Answers an error as the API does. */
export function writeRefusal(response: ServerResponse, { status, code, message }: Refusal): void {
  writeJson(response, status, {
    status,
    code,
    message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
  });
}
