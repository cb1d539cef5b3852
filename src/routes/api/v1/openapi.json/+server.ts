import { answerJson } from '$lib/server/answer.ts';
import { readApiText } from '$lib/server/api-text.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = () => answerJson(readApiText());
