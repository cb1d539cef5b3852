import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import type { AreaId, StaffId } from '$lib/domain/id.ts';
import type { Result } from '$lib/domain/problem.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const page = await requireDesk(locals).people.readStaff();
	if (!page) error(403);
	return { page };
};

type People = ReturnType<typeof requireDesk>['people'];

/** One act on one account, told by its name. */
function onMember(said: string, act: (people: People, member: StaffId, form: FormData) => Promise<Result<void>>) {
	return async ({ request, locals }: RequestEvent) => {
		const form = await request.formData();
		const answer = await act(requireDesk(locals).people, String(form.get('member')) as StaffId, form);
		return answer.ok ? { said } : fail(statusOf(answer.problem), { problem: answer.problem });
	};
}

export const actions: Actions = {
	add: async ({ request, locals }) => {
		const form = await request.formData();
		const typed = (name: string) => String(form.get(name) ?? '').trim();
		const areas = form.getAll('area').map(String) as AreaId[];
		const member = { username: typed('username'), name: typed('name'), role: typed('role'), areas };
		const answer = await requireDesk(locals).people.addMember(member);
		return answer.ok
			? { given: answer.value }
			: fail(statusOf(answer.problem), { problem: answer.problem, typed: member });
	},
	reset: async ({ request, locals }) => {
		const form = await request.formData();
		const answer = await requireDesk(locals).people.resetPassword(String(form.get('member')) as StaffId);
		return answer.ok ? { given: answer.value } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	role: onMember('role', (people, member, form) =>
		people.setRole(member, {
			role: String(form.get('role')),
			areas: form.getAll('area').map(String) as AreaId[]
		})
	),
	disable: onMember('disabled', (people, member) => people.setDisabled(member, true)),
	enable: onMember('enabled', (people, member) => people.setDisabled(member, false)),
	code: onMember('codeDropped', (people, member) => people.removeCode(member)),
	end: onMember('ended', (people, _member, form) => people.endSession(String(form.get('session')))),
	require: onMember('required', (people, _member, form) => people.requireCode(form.get('required') === '1'))
};
