// "Hôm nay": what the ward sent back, who has how many days left, who waits for a visit; counters of terms.md section 2.

import type { Household } from '../../../domain/household.ts';
import type { Person } from '../../../domain/person.ts';
import type { Visit } from '../../../domain/visit.ts';

/** Every field that the ward may send back. */
export type ReturnedField = Exclude<
	keyof Household | keyof Person | keyof Visit,
	// how the walk goes is never sent back, nor who helps at home
	'id' | 'by' | 'review' | 'referrals' | 'idTail' | 'place' | 'sketch' | 'gateLocked' | 'callers' | 'buddy'
>;

const fields: Record<ReturnedField, string> = {
	area: 'địa bàn',
	lane: 'đường, ngõ',
	number: 'số nhà',
	kind: 'loại nhà',
	access: 'lối vào',
	household: 'hộ',
	name: 'họ và tên',
	birth: 'ngày sinh',
	sex: 'giới tính',
	presence: 'có ở nhà không',
	relation: 'quan hệ với chủ hộ',
	personalId: 'số định danh',
	card: 'tình trạng thẻ',
	cardIssuedOn: 'ngày cấp thẻ',
	phone: 'số điện thoại',
	consent: 'đồng ý ghi thông tin',
	standing: 'tình trạng tài khoản',
	barriers: 'vì sao chưa xong',
	needsHomeHelp: 'cần giúp tại nhà',
	person: 'người được thăm',
	seenAt: 'giờ đến',
	outcome: 'kết quả',
	leaflet: 'tờ rơi',
	before: 'tình trạng trước đó',
	solved: 'vướng mắc đã gỡ',
	flags: 'cờ dữ liệu',
	next: 'bước tiếp theo',
	guides: 'hướng dẫn đã dùng',
	cardBy: 'cách đọc thẻ',
	refusedCount: 'số người từ chối',
	note: 'ghi chú',
	knocker: 'người gõ cửa'
};

export const today = {
	title: 'Hôm nay',
	date: (weekday: string, date: string) => `${weekday}, ${date}`,
	weekdays: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
	returned: {
		title: (count: string) => `${count} bản phường trả lại`,
		about: (field: string) => `Xem lại ${field}`,
		byWard: (name: string) => `${name} viết:`,
		act: 'Sửa ngay'
	},
	countdowns: {
		title: (count: string) => `${count} người chờ kích hoạt`,
		left: (days: string) => `còn ${days} ngày để kích hoạt`,
		lastDay: 'hôm nay là ngày cuối để kích hoạt',
		remind: (days: string) => `Nhắc hôm nay: còn ${days} ngày để kích hoạt`,
		over: 'Đã quá 7 ngày: liên hệ Công an xã/phường hoặc tổng đài'
	},
	due: {
		title: (count: string) => `${count} nhà hẹn đến`,
		at: (clock: string) => `hẹn hôm nay ${clock}`,
		someTime: 'hẹn hôm nay',
		late: (day: string) => `quá hẹn từ ${day}`,
		appointment: 'lịch hẹn',
		revisit: 'hẹn quay lại',
		referral: 'hỏi lại việc đã chuyển'
	},
	expiring: {
		title: (count: string) => `${count} thẻ sắp hết hạn`,
		on: (day: string) => `thẻ hết hạn ${day}; ngày in trên thẻ là chính`,
		soon: 'thẻ sắp hết hạn'
	},
	answers: { title: (count: string) => `${count} tin phường trả lời` },
	mine: {
		title: 'Việc của tôi hôm nay',
		doors: (doors: string, nobody: string) => `Đã đến ${doors} nhà, ${nobody} lượt không gặp ai`,
		results: (activated: string, successes: string) => `Kích hoạt ${activated} · đăng nhập được ${successes}`,
		acknowledged: 'Phường đã nhận',
		waiting: 'Còn chờ trên máy'
	},
	counters: {
		title: 'Hộ cần đến',
		doors: (seen: string, all: string, done: string) => `Hộ: ${seen}/${all} đã đến · xong ${done}`,
		bar: (percent: string) => `Đã đến ${percent} % số hộ`,
		visits: (count: string) => `Hôm nay đã ghi ${count} lượt`,
		noVisits: 'Hôm nay chưa ghi lượt nào'
	},
	more: (count: string) => `Xem thêm ${count}`,
	empty: {
		title: 'Hôm nay không có việc hẹn',
		text: 'Bấm “Đi tiếp” để đến nhà kế tiếp trong ngõ.',
		noDoorsTitle: 'Chưa có hộ nào trên máy',
		noDoors: 'Danh sách về máy khi có mạng. Hoặc thêm hộ đầu tiên trong mục Hộ dân.',
		fetch: 'Tải danh sách'
	},
	goOn: 'Đi tiếp',
	nextDoor: (door: string) => `Nhà kế tiếp: ${door}`,
	allDone: 'Xem danh sách hộ',
	fields
};

export type TodayWords = typeof today;
