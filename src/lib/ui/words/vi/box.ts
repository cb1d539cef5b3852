// What volunteers ask the ward about the work (feature F098): the page on the phone, and the list at the desk.

import type { BoxState } from '../../../domain/desk-difficulty.ts';

const states: Record<BoxState, string> = { open: 'Chờ trả lời', answered: 'Đã trả lời' };

export const box = {
	states,
	title: 'Hỏi phường',
	open: 'Khó khăn khi làm việc: hỏi phường',
	openNew: (count: string) => `Phường đã trả lời ${count} câu hỏi`,
	lead: 'Gặp khó khăn khi đi làm thì ghi ở đây. Không cần mạng: câu hỏi tự gửi khi có mạng, câu trả lời nằm lại trên máy này.',
	nobody: 'Chỉ nói về việc. Không ghi tên, số giấy tờ, số điện thoại của ai.',
	text: 'Khó khăn của anh/chị',
	hint: 'Ví dụ: Khu tập thể khóa cổng ban ngày, nên đến lúc nào?',
	area: 'Ở địa bàn',
	left: (count: string) => `Còn ${count} chữ`,
	save: 'Gửi phường',
	saved: 'Đã lưu trên máy. Gửi phường khi có mạng.',
	noArea: 'Chưa được giao địa bàn nên chưa hỏi được.',
	mine: 'Câu hỏi của tôi',
	none: 'Chưa hỏi câu nào.',
	asked: (moment: string) => `Hỏi lúc ${moment}`,
	answered: (name: string, moment: string) => `${name} trả lời, ${moment}`,
	waiting: 'Phường chưa trả lời.',
	common: 'Nhiều người cùng hỏi',
	commonLead: 'Câu trả lời của phường cho mọi tình nguyện viên ở địa bàn này.',
	on: (moment: string) => `Trả lời ${moment}`,
	desk: {
		tab: 'Khó khăn',
		title: 'Khó khăn của tình nguyện viên',
		lead: 'Câu trả lời về máy người hỏi ở lần gửi nhận sau và đọc được khi không có mạng. Chọn địa bàn nếu nhiều người cùng hỏi: ai ở đó cũng thấy câu hỏi và câu trả lời, không thấy tên người hỏi.',
		filters: 'Lọc',
		state: 'Tình trạng',
		all: 'Tất cả',
		area: 'Địa bàn',
		anyArea: 'Tất cả',
		isShown: 'Chỉ câu trả lời chung',
		apply: 'Lọc',
		count: (total: string) => `${total} câu hỏi`,
		some: (shown: string) => `Đang hiện ${shown} câu đầu. Chọn địa bàn để thu hẹp.`,
		empty: 'Không có câu hỏi nào như vậy.',
		by: (name: string, area: string, moment: string) => `${name}, ${area}, ${moment}`,
		reply: 'Trả lời',
		replyOf: (text: string) => `Trả lời câu “${text}”`,
		shown: 'Ai được đọc',
		asker: 'Chỉ người hỏi',
		everybody: (area: string) => `Mọi tình nguyện viên ở ${area}`,
		answer: 'Gửi trả lời',
		again: 'Sửa câu trả lời',
		answered: 'Đã ghi câu trả lời. Máy người hỏi nhận ở lần gửi nhận sau.',
		said: (name: string, moment: string) => `${name}, ${moment}`,
		shownTo: (area: string) => `Trả lời chung cho ${area}`,
		notAllowed: 'Chỉ công an, tư pháp, một cửa và lãnh đạo trả lời được.'
	}
};

export type BoxWords = typeof box;
