// The desk's pages about areas and lanes: the tree with its old names, the order of the walk, and who walks which lane.

import type { AreaKind } from '../../../domain/area.ts';
import type { Callers } from '../../../domain/household.ts';
import type { LanePart, LaneWay } from '../../../domain/lane.ts';

const kinds: Record<AreaKind, string> = {
	province: 'Tỉnh, thành phố',
	ward: 'Xã, phường',
	quarter: 'Khu phố, thôn',
	group: 'Tổ'
};

const ways: Record<LaneWay, string> = {
	number: 'Theo số nhà, qua lại hai bên',
	sides: 'Đi hết bên số lẻ rồi quay về bên số chẵn'
};

const parts: Record<LanePart, string> = { all: 'Cả ngõ', odd: 'Bên số lẻ', even: 'Bên số chẵn' };

const callers: Record<Callers, string> = {
	officer: 'Chỉ Công an khu vực đến',
	nobody: 'Không đến'
};

export const lanes = {
	tabs: { label: 'Hộ và địa bàn', households: 'Danh sách nhà', areas: 'Địa bàn và ngõ' },
	kinds,
	ways,
	parts,
	callers,
	title: 'Địa bàn',
	lead: 'Mỗi địa bàn giữ cả tên cũ: ai gõ tên cũ vẫn tìm ra tên mới. Không còn cấp huyện.',
	search: 'Tìm theo tên mới hoặc tên cũ, không cần gõ dấu',
	find: 'Tìm',
	clear: 'Bỏ tìm',
	none: 'Không có địa bàn nào như vậy.',
	foundBy: (alias: string) => `tên cũ: ${alias}`,
	area: 'Địa bàn',
	kind: 'Cấp',
	oldNames: 'Tên cũ',
	households: 'Số nhà',
	volunteers: 'Người phụ trách',
	nobody: 'Chưa có',
	change: 'Sửa tên',
	name: 'Tên',
	aliases: 'Tên cũ, mỗi dòng một tên',
	renameHint: 'Đổi tên thì tên đang dùng tự vào danh sách tên cũ.',
	save: 'Lưu',
	add: (kind: string) => `Thêm ${kind.toLowerCase()}`,
	added: 'Đã thêm địa bàn. Giao cho tình nguyện viên ở trang Tình nguyện viên.',
	written: 'Đã lưu tên.',
	move: {
		act: 'Chuyển sang địa bàn khác',
		actOf: (area: string) => `Chuyển ${area} sang địa bàn khác`,
		to: 'Vào trong',
		preview: 'Xem trước',
		title: (area: string, from: string, to: string) => `Nếu chuyển ${area} từ ${from} vào ${to}`,
		what: (households: string, people: string, visits: string, open: string) =>
			`Đi theo: ${households} nhà, ${people} người, ${visits} lượt thăm (${open} lượt chưa duyệt).`,
		kind: (kind: string) => `Cấp sau khi chuyển: ${kind}.`,
		alias: (alias: string) => `Tên cũ được giữ để tìm: ${alias}.`,
		losing: 'Máy sẽ không còn địa bàn này',
		gaining: 'Máy sẽ có thêm địa bàn này',
		late: 'Việc chưa gửi của máy mất địa bàn vẫn về phường, nằm ở mục giữ lại để phường xem.',
		nobody: 'Không máy nào',
		figures: 'Số liệu các khu phố',
		gone: (area: string) =>
			`${area} không còn là một khu phố riêng trong số liệu; chỉ tiêu đặt cho nơi này phải đặt lại.`,
		wardSame: 'Số liệu cả phường không đổi.',
		save: 'Chuyển như trên',
		cancel: 'Thôi'
	},
	movedArea: 'Đã chuyển địa bàn. Máy liên quan biết ở lần gửi nhận sau.',
	openLanes: (area: string) => `Ngõ của ${area}`,

	back: 'Về danh sách địa bàn',
	lanesTitle: (area: string) => `Ngõ và thứ tự đi · ${area}`,
	lanesLead:
		'Máy của người đi xếp nhà theo đúng thứ tự này ở lần gửi nhận sau. Kéo từng dòng, hoặc dùng nút lên và xuống.',
	lanes: 'Các ngõ theo thứ tự đi',
	noLanes: 'Địa bàn này chưa có nhà nào.',
	noLane: 'Nhà không thuộc ngõ nào',
	doors: (count: number) => `${count} nhà`,
	left: (count: number) => `còn ${count} nhà chưa gặp`,
	allMet: 'đã gặp hết các nhà',
	holder: (name: string, part: string, until: string) => `${name} · ${part} · đến hết ${until}`,
	over: 'đã hết hạn',
	noHolder: 'Chưa giao riêng ai: ai phụ trách địa bàn đều thấy',
	moved: 'đã xếp tay',
	up: (name: string) => `Đưa ${name} lên`,
	down: (name: string) => `Đưa ${name} xuống`,
	moveHint: 'Kéo để đổi chỗ',
	doorsTitle: (lane: string) => `Các nhà · ${lane}`,
	chooseLane: 'Chọn một ngõ để xem và xếp các nhà.',
	noDoors: 'Ngõ này chưa có nhà nào.',
	way: 'Cách đi ngõ này',
	saveWay: 'Lưu cách đi',
	wayHint: 'Đổi cách đi thì các nhà đã xếp tay về lại chỗ theo số; đổi lại thì chỗ xếp tay cũng trở lại.',
	reset: 'Xếp lại theo số nhà',
	gate: 'Cổng khóa',
	everybody: 'Ai cũng đến được',
	callersOf: (door: string) => `Ai được đến nhà ${door}`,
	callersHint: 'Nhà “Không đến” hoặc “Chỉ Công an khu vực đến” không hiện trong danh sách đi của tình nguyện viên.',
	setCallers: 'Lưu',
	done: 'Đã lưu.',

	hold: 'Giao ngõ này',
	holdLead:
		'Chia việc trong địa bàn: mỗi người thấy phần của mình trước. Ai phụ trách địa bàn vẫn xem được các nhà khác.',
	who: 'Giao cho',
	part: 'Phần',
	until: 'Đến hết ngày',
	untilHint: 'Ngày/tháng/năm. Hết hạn thì ngõ tự trở lại chung.',
	preview: 'Xem trước',
	plan: (name: string, part: string, until: string) => `Nếu giao cho ${name}: ${part}, đến hết ${until}`,
	planDoors: (doors: number, left: number) => `${doors} nhà, trong đó ${left} nhà chưa gặp ai.`,
	planOthers: 'Đang đi cùng các nhà này',
	planNoOthers: 'Không trùng với ai.',
	planUncovered: (count: number) => `${count} nhà của ngõ chưa nằm trong phần của ai.`,
	phones: 'Máy liên quan',
	noPhones: 'Chưa có máy nào.',
	give: 'Giao như trên',
	take: (name: string) => `Thu lại từ ${name}`,
	takeShort: 'Thu lại',
	noVolunteers: 'Chưa có ai được giao địa bàn này.',

	/** On the page of one volunteer's areas. */
	assignUntil: 'Đến hết ngày (để trống: không hạn)',
	assignedUntil: (day: string) => `Đang giao đến hết ${day}.`,
	assignBadDay: 'Ngày chưa đúng: gõ ngày/tháng/năm, từ hôm nay đến tối đa một năm.',
	assignPlanUntil: (day: string) =>
		`Hết ngày ${day}, máy tự bỏ các hộ này. Bản ghi làm trước đó vẫn được nhận thêm 14 ngày.`
};

export type LanesWords = typeof lanes;
