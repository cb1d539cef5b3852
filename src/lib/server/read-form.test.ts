import { expect, it } from 'vitest';
import { readForm } from './read-form.ts';

const send = (type: string, body: string) =>
	readForm(new Request('http://localhost/', { method: 'POST', headers: { 'content-type': type }, body }));

it('reads a form', async () => {
	expect((await send('application/x-www-form-urlencoded', 'kind=a&area='))?.get('kind')).toBe('a');
});

it('a body that is no form is told apart from one, and is no fault of the server', async () => {
	for (const [type, body] of [
		['text/xml', '<a/>'],
		['application/json', '{}'],
		['multipart/form-data', 'no boundary'],
		['multipart/form-data; boundary=x', 'no part']
	] as const)
		expect(await send(type, body), type).toBeNull();
});
