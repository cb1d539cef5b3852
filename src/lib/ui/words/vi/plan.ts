// Mobile sessions at the desk: planning, slots, and the list that is printed.

import type { PapersFor } from '../../../domain/mobile-session.ts';
import { letter } from './letter.ts';

export const plan = {
	title: 'Buổi lưu động',
	lead: 'Mỗi buổi chia thành các giờ bằng nhau. Người đã hẹn tại nhà được xếp vào giờ còn trống; ai hẹn đúng ngày, đúng giờ thì được xếp trước.',
	none: 'Chưa có buổi nào từ hôm nay trở đi.',
	columns: { day: 'Ngày, giờ', place: 'Nơi làm', area: 'Địa bàn', booked: 'Đã xếp' },
	whole: 'Toàn phường',
	hours: (from: string, to: string) => `${from} – ${to}`,
	filled: (booked: string, slots: string) => `${booked} / ${slots} chỗ`,
	open: (day: string, place: string) => `Mở buổi ngày ${day}, ${place}`,
	add: {
		title: 'Thêm buổi',
		place: 'Nơi làm',
		placeHint: 'Ví dụ: nhà văn hóa khu phố',
		area: 'Cho địa bàn',
		day: 'Ngày (ngày/tháng/năm)',
		from: 'Bắt đầu (giờ:phút)',
		to: 'Kết thúc (giờ:phút)',
		slotMinutes: 'Số phút mỗi lượt',
		perSlot: 'Số người mỗi lượt',
		act: 'Thêm buổi'
	},
	notAllowed: 'Chỉ công an, tư pháp, một cửa và lãnh đạo lên lịch được.',
	said: {
		added: 'Đã thêm buổi.',
		cancelled: 'Đã hủy buổi. Những người đã xếp trở lại danh sách chờ.',
		booked: 'Đã xếp giờ.',
		moved: 'Đã đổi giờ.',
		freed: 'Đã bỏ giờ.'
	},
	left: (count: string) => `${count} người chưa xếp được vì hết chỗ.`,
	back: 'Tất cả các buổi',
	sheet: (place: string) => `Buổi lưu động tại ${place}`,
	slots: 'Đã xếp giờ',
	slotColumns: { at: 'Giờ', who: 'Người, nhà', agreed: 'Đã hẹn', papers: 'Mang theo', act: 'Đổi giờ' },
	emptySlots: 'Chưa xếp ai vào buổi này.',
	nobody: 'Không nêu tên ai',
	agreed: (day: string, hour: string | null) => (hour ? `${day}, ${hour}` : day),
	by: (name: string) => `${name} hẹn`,
	hidden: (count: string) => `${count} chỗ của địa bàn khác.`,
	to: (who: string) => `Giờ mới cho ${who}`,
	move: 'Đổi',
	free: 'Bỏ giờ',
	freeOf: (who: string) => `Bỏ giờ của ${who}`,
	waiting: 'Đang chờ xếp giờ',
	waitingNone: 'Không còn ai đã hẹn mà chưa có giờ.',
	waitingCount: (shown: string, total: string) =>
		shown === total ? `${total} người` : `${shown} trong ${total} người`,
	tick: (who: string) => `Chọn ${who}`,
	tickAll: 'Chọn tất cả',
	book: (count: string) => `Xếp giờ cho ${count} người`,
	print: 'In danh sách',
	cancel: 'Hủy buổi này',
	sure: 'Đúng, hủy buổi này',
	paper: {
		title: 'DANH SÁCH LÀM ĐỊNH DANH MỨC 2 LƯU ĐỘNG',
		where: (place: string) => `Nơi làm: ${place}`,
		when: (day: string, from: string, to: string) => `Ngày ${day}, từ ${from} đến ${to}`,
		head: ['STT', 'Giờ', 'Người hẹn', 'Địa bàn', 'Mang theo'],
		note: 'Chỉ ghi chữ cái đầu của tên. Cán bộ không hỏi mã OTP, mật khẩu. Đăng ký mức 2 không thu tiền.'
	},
	papers: ({ card, isWithParent }: PapersFor) =>
		[letter.list.papers(card), isWithParent ? 'đến cùng người đại diện, dùng số của người đại diện' : '']
			.filter(Boolean)
			.join('; ')
};

export type PlanWords = typeof plan;
