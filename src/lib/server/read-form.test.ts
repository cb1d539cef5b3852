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

it('what else goes wrong while a body is read stays what it is', async () => {
	const body = new ReadableStream({ start: (controller) => controller.error(new RangeError('too large')) });
	const type = 'application/x-www-form-urlencoded';
	const init = { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' as const };
	await expect(readForm(new Request('http://localhost/', init))).rejects.toThrow('too large');
});
