// Outreach events (digest h) and the help desk: what is done beside the doors.

import type { EventCount, HelpTopic, OutreachChannel, OutreachPlace } from '../../../domain/outreach.ts';

const places: Record<OutreachPlace, string> = {
	office: 'Cơ quan, công sở',
	publicPlace: 'Nơi công cộng',
	company: 'Doanh nghiệp, khu công nghiệp',
	school: 'Trường học',
	healthStation: 'Trạm y tế',
	cultureHouse: 'Nhà văn hóa'
};
const channels: Record<OutreachChannel, string> = {
	meeting: 'Họp ấp, khu phố, tổ',
	agencyMeeting: 'Họp cơ quan',
	groupChat: 'Nhóm Zalo, Facebook, Viber',
	press: 'Báo, đài, cổng thông tin',
	poster: 'Băng rôn, áp phích, tờ rơi',
	training: 'Lớp tập huấn',
	counter: 'Hỗ trợ tại quầy'
};
const counts: Record<EventCount, string> = {
	audience: 'Số người dự',
	households: 'Số hộ được tuyên truyền',
	helped: 'Số người được giúp tại chỗ',
	followUps: 'Số người cần giúp tiếp'
};
const topics: Record<HelpTopic, string> = {
	install: 'Cài VNeID',
	appAccount: 'Đăng ký tài khoản ứng dụng',
	level1: 'Đăng ký mức 1',
	level2: 'Đăng ký mức 2',
	activate: 'Kích hoạt',
	scam: 'Cuộc gọi lừa đảo'
};

export const outreach = {
	places,
	channels,
	counts,
	title: 'Buổi tuyên truyền',
	lead: 'Số do người tổ chức ghi. Chỉ đặt cạnh số đếm tại nhà, không cộng vào.',
	none: 'Chưa ghi buổi nào.',
	day: 'Ngày (ngày/tháng/năm)',
	area: 'Địa bàn',
	whole: 'Toàn phường',
	place: 'Nơi',
	channel: 'Hình thức',
	topic: 'Nội dung',
	materials: 'Tài liệu đã phát',
	materialsHint: 'Không bắt buộc',
	addTitle: 'Thêm buổi',
	add: 'Ghi buổi này',
	added: 'Đã ghi.',
	withdrawn: 'Đã rút.',
	withdraw: 'Rút',
	withdrawOf: (day: string, topic: string) => `Rút buổi ngày ${day}, ${topic}`,
	notAllowed: 'Chỉ công an, tư pháp, một cửa và lãnh đạo ghi được.',
	columns: { day: 'Ngày', where: 'Nơi, hình thức', topic: 'Nội dung', by: 'Người ghi', act: 'Rút' },
	sums: 'Theo địa bàn',
	sumColumns: { area: 'Địa bàn', doors: 'Hộ đếm được tại nhà', events: 'Số buổi' },
	help: {
		topics,
		title: 'Bàn hỗ trợ',
		lead: 'Mỗi người một lần bấm: giúp việc gì, kết quả ra sao. Không ghi tên, số giấy tờ hay số điện thoại, nên không tính vào số người thành công.',
		topic: 'Giúp việc gì',
		outcome: 'Kết quả',
		barrier: 'Vướng mắc (nếu chưa xong)',
		noBarrier: 'Không chọn',
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
