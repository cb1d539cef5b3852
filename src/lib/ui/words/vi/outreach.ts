// Outreach events (digest h) and the help desk: what is done beside the doors.

import { beside } from './beside.ts';

const { places, channels, counts, topics, fields, help } = beside;

export const outreach = {
	places,
	channels,
	counts,
	title: 'Buổi tuyên truyền',
	lead: 'Số do người tổ chức ghi. Chỉ đặt cạnh số đếm tại nhà, không cộng vào.',
	none: 'Chưa ghi buổi nào.',
	day: 'Ngày (ngày/tháng/năm)',
	area: fields.area,
	whole: 'Toàn phường',
	place: fields.place,
	channel: fields.channel,
	topic: fields.topic,
	materials: fields.materials,
	materialsHint: 'Không bắt buộc',
	addTitle: 'Thêm buổi',
	add: 'Ghi buổi này',
	added: 'Đã ghi.',
	withdrawn: beside.withdrawn,
	withdraw: beside.withdraw,
	volunteer: 'tình nguyện viên',
	withdrawOf: (day: string, topic: string) => `Rút buổi ngày ${day}, ${topic}`,
	notAllowed: 'Chỉ công an, tư pháp, một cửa và lãnh đạo ghi được.',
	columns: { day: 'Ngày', where: 'Nơi, hình thức', topic: 'Nội dung', by: 'Người ghi', act: 'Rút' },
	sums: 'Theo địa bàn',
	sumColumns: { area: 'Địa bàn', doors: 'Hộ đếm được tại nhà', events: 'Số buổi' },
	help: {
		topics,
		title: 'Bàn hỗ trợ',
		lead: 'Mỗi người một lần bấm: giúp việc gì, kết quả ra sao. Không ghi tên, số giấy tờ hay số điện thoại, nên không tính vào số người thành công.',
		topic: help.topic,
		outcome: help.outcome,
		barrier: help.barrier,
		noBarrier: help.noBarrier,
		area: 'Người ở địa bàn',
		unknown: 'Không rõ',
		save: 'Ghi người này',
		saved: 'Đã ghi một người.',
		withdrawn: 'Đã rút.',
		today: (count: string) => `Hôm nay: ${count} người`,
		total: (count: string) => `Từ trước đến nay: ${count} người`,
		none: 'Hôm nay chưa ghi ai.',
		columns: { at: 'Lúc', topic: 'Giúp việc gì', outcome: 'Kết quả', by: 'Người ghi', act: 'Rút' },
		withdrawOf: (at: string, topic: string) => `Rút người lúc ${at}, ${topic}`
	}
};

export type OutreachWords = typeof outreach;
