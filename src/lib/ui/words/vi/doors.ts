// Doors: the walk list, one household, and nobody home. Labels of terms.md section 2 ("Start visit", "No one home").

import type { HouseholdKind } from '../../../domain/household.ts';
import type { RevisitPreset } from '../../../domain/revisit.ts';
import type { DoorFilter } from '../../../domain/walk.ts';
import type { Outcome } from '../../../domain/visit.ts';

const filters: Record<DoorFilter, string> = {
	all: 'Tất cả',
	left: 'Còn lại',
	due: 'Hẹn hôm nay',
	new: 'Chưa đến',
	nobodyHome: 'Không gặp ai',
	returned: 'Trả lại',
	done: 'Xong',
	others: 'Người khác đi'
};

const kinds: Record<HouseholdKind, string> = {
	ordinary: 'Nhà ở thường',
	boardingHouse: 'Nhà trọ',
	dormitory: 'Ký túc xá, nhà tập thể'
};

const presets: Record<RevisitPreset, string> = {
	tonight: 'Tối nay',
	tomorrowEvening: 'Tối mai',
	saturday: 'Thứ Bảy',
	sunday: 'Chủ nhật'
};

const outcomes: Record<Outcome, string> = {
	nobodyHome: 'Không gặp ai',
	informed: 'Đã tuyên truyền',
	done: 'Đã kích hoạt và đăng nhập được',
	activatedOnly: 'Đã kích hoạt, chưa đăng nhập',
	notDone: 'Chưa xong, hẹn lại',
	referred: 'Chuyển cơ quan',
	refused: 'Không muốn làm'
};

export const doors = {
	title: 'Hộ dân',
	/** `Ngõ 12 · 8 nhà còn lại`. */
	left: (place: string, count: string) => `${place} · ${count} nhà còn lại`,
	walkDone: (place: string) => `${place} · đã đi hết`,
	allPlaces: 'Địa bàn của anh/chị',
	search: 'Tìm nhà, tên, 4 số cuối',
	searchLabel: 'Tìm nhà hoặc người, không cần gõ dấu',
	filter: 'Lọc theo việc còn lại',
	filters,
	found: (count: string) => `${count} kết quả`,
	foundNone: 'Không tìm thấy. Thử ít chữ hơn, hoặc chỉ số nhà.',
	foundMost: (count: string) => `Hiện ${count} kết quả đầu. Gõ thêm để tìm gần hơn.`,
	emptyTitle: 'Chưa có nhà nào trên máy',
	emptyText: 'Khi có mạng, danh sách của phường sẽ về đây. Anh/chị cũng có thể thêm nhà ngay.',
	emptyFilter: 'Không có nhà nào ở mục này.',
	showAll: 'Xem tất cả',
	add: 'Thêm nhà',
	list: 'Danh sách nhà theo thứ tự đi',
	/** What a row says beside its number. */
	states: {
		new: 'chưa đến',
		partly: (left: string) => `còn ${left} người`,
		visited: 'đã đến, còn việc',
		done: 'xong',
		revisit: (when: string) => `hẹn ${when}`,
		late: (when: string) => `quá hẹn ${when}`,
		nobodyHome: 'không gặp ai',
		refused: 'không muốn làm',
		returned: 'phường trả lại'
	},
	walkedBy: (name: string) => `${name} đi`,
	/** A lane that went on to another phone today, and what its giver told of a door. */
	walkedElsewhere: 'máy khác đi',
	heard: {
		over: (name: string) => `${name} báo đã xong hôm nay`,
		knocked: (name: string) => `${name} đã gõ cửa hôm nay`
	},
	together: 'Đi cùng nhau',
	gateLocked: 'cổng khóa',
	away: 'Vắng',
	awayAt: (door: string) => `Không gặp ai ở nhà ${door}`,
	notedHere: 'vắng · đã lưu trên máy',
	noted: (door: string) => `Đã lưu trên máy: không gặp ai ở nhà ${door}. Hoàn tác được trong 5 giây.`,
	takeBack: 'Hoàn tác',
	takeBackAt: (door: string) => `Hoàn tác ở nhà ${door}`,
	takenBack: (door: string) => `Đã hoàn tác ở nhà ${door}.`,
	/** A floor, a stair, a row of rooms where nobody opens. */
	several: {
		start: 'Chọn nhiều nhà',
		lead: 'Đánh dấu các nhà không có ai. Gõ số tầng, số dãy ở ô tìm để chỉ hiện những nhà đó.',
		all: (count: string) => `Chọn cả ${count} nhà đang hiện`,
		away: (count: string) => `Không gặp ai (${count})`,
		saving: 'Đang lưu…',
		stop: 'Thôi',
		noted: (count: string) => `Đã lưu trên máy: không gặp ai ở ${count} nhà. Hoàn tác được trong 5 giây.`,
		takeBack: (count: string) => `Hoàn tác cả ${count} nhà`,
		takenBack: (count: string) => `Đã hoàn tác ở ${count} nhà.`
	},
	when: {
		today: (at: string) => (at ? `hôm nay ${at}` : 'hôm nay'),
		tonight: (at: string) => `tối nay ${at}`,
		tomorrow: (at: string) => (at ? `ngày mai ${at}` : 'ngày mai'),
		day: (day: string, at: string) => (at ? `${day} ${at}` : day),
		between: (from: string, to: string) => `từ ${from} đến ${to}`
	},
	presets,

	order: {
		open: 'Xếp thứ tự nhà',
		title: 'Xếp thứ tự nhà',
		lead: 'Kéo dấu ⠿ hoặc dùng nút lên, xuống. Thứ tự mới lưu ngay trên máy và gửi về cho cả nhóm khi có mạng.',
		lane: 'Ngõ',
		noLane: 'Nhà không thuộc ngõ nào',
		list: (lane: string) => `Các nhà của ${lane} theo thứ tự đi`,
		up: (door: string) => `Đưa nhà ${door} lên`,
		down: (door: string) => `Đưa nhà ${door} xuống`,
		drag: 'Kéo để đổi chỗ',
		addAfter: (door: string) => `Thêm nhà ngay sau nhà ${door}`,
		add: 'Thêm nhà sau',
		told: (door: string, place: string, all: string) => `Nhà ${door} đứng thứ ${place} trên ${all}.`,
		close: 'Xong, về danh sách'
	},
	laneDone: {
		title: (lane: string) => `Xong ${lane}`,
		tally: (doors: string, done: string) => `${doors} nhà, ${done} nhà đã xong`,
		revisits: (count: string) => `${count} nhà hẹn đến lại`,
		nobodyHome: (count: string) => `${count} nhà không gặp ai`,
		next: (lane: string, left: string) => `Ngõ kế tiếp: ${lane}, còn ${left} nhà`,
		over: 'Hôm nay không còn nhà nào phải đến.'
	},

	nobodyHome: {
		act: 'Không gặp ai',
		at: (door: string) => `Nhà ${door}`,
		leaflet: 'Đã để lại tờ rơi',
		comeBack: 'Hẹn đến lại',
		noRevisit: 'Chưa hẹn',
		pickDay: 'Chọn ngày khác',
		day: 'Ngày đến lại',
		hour: 'Giờ đến lại',
		save: 'Lưu',
		saving: 'Đang lưu…',
		saved: 'Đã lưu trên máy',
		next: (door: string) => `Nhà kế tiếp: ${door}`,
		over: 'Đã đi hết các nhà còn lại hôm nay.',
		toList: 'Về danh sách'
	},

	household: {
		title: (door: string) => `Nhà ${door}`,
		missing: 'Không tìm thấy nhà này trên máy. Có thể nhà đã chuyển sang địa bàn khác.',
		people: 'Người trong nhà',
		nobody: 'Chưa ghi ai ở nhà này.',
		start: 'Bắt đầu thăm hộ',
		goOn: 'Làm tiếp lượt thăm dở',
		begun: 'Có một lượt thăm chưa xong ở nhà này. Phần đã ghi vẫn còn trên máy.',
		dropBegun: 'Bỏ lượt dở',
		dropAsk: 'Bỏ lượt thăm chưa xong?',
		dropText: 'Những gì đã ghi trong lượt này sẽ mất.',
		addPerson: 'Thêm người',
		tenants: 'Ghi danh sách người ở',
		amend: 'Sửa thông tin nhà',
		visits: 'Các lượt đến',
		noVisits: 'Chưa có lượt nào.',
		moreVisits: (count: string) => `Xem thêm ${count} lượt`,
		by: (name: string) => `người đi: ${name}`,
		refused: (count: string) => `${count} người từ chối ghi tên`,
		leaflet: 'đã để lại tờ rơi',
		fix: 'Sửa lượt này',
		amendHere: 'Sửa',
		startHere: 'Thăm người này',
		startFor: (name: string) => `Thăm ${name}`,
		amendPerson: (name: string) => `Sửa thông tin ${name}`,
		tooYoung: 'Dưới 14 tuổi',
		homeHelp: 'Cần hỗ trợ tại nhà',
		access: (hint: string) => `Lối vào: ${hint}`,
		gateLocked: 'Lần trước cổng khóa.',
		callers: {
			officer: 'Phường ghi: chỉ Công an khu vực đến nhà này.',
			nobody: 'Phường ghi: không đến nhà này.'
		},
		area: 'Khu phố'
	},

	form: {
		addTitle: 'Thêm nhà',
		amendTitle: 'Sửa thông tin nhà',
		area: 'Khu phố, tổ',
		lane: 'Ngõ, đường, thôn',
		laneHint: 'Để trống nếu nơi đây không chia ngõ.',
		number: 'Số nhà',
		numberHint: 'Như ghi trên cửa: 12/3, 14A. Không có số thì ghi mốc dễ thấy.',
		kind: 'Loại nhà',
		kinds,
		access: 'Lối vào',
		gateLocked: 'Cổng khóa, chưa vào được',
		after: (door: string) => `Nhà mới đứng ngay sau nhà ${door}.`,
		accessHint: 'Cổng, lối đi, chó dữ. Không ghi về người.',
		save: 'Lưu nhà này',
		saving: 'Đang lưu…',
		twin: (door: string) => `Đã có nhà ${door} trên máy.`,
		twinOpen: 'Mở nhà đã có',
		noArea: 'Máy chưa được giao địa bàn nào nên chưa thêm nhà được. Hỏi phường, rồi gửi nhận lại.'
	},

	outcomes
};

export type DoorsWords = typeof doors;
