// Words of reports and lists that leave the desk as a paper or a file. They are Vietnamese whatever the desk is read in:
// the administration that gets them reads nothing else.

import { birthDayOf } from '../../../domain/birth.ts';
import { formatDay } from '../../../domain/day.ts';
import type { CauseRow } from '../../../domain/figures.ts';
import type { LetterWords } from '../../../domain/letter.ts';
import type { ListKind, ListWords } from '../../../domain/list-export.ts';
import type { Receiver } from '../../../domain/catalogue/barriers.ts';
import { formatNumber } from '../../words.ts';
import { guide } from './guide.ts';

const causes: Record<NonNullable<CauseRow['group']> | 'none', string> = {
	C1: 'Người có mặt ít hơn người có thẻ',
	C2: 'Thiết bị, số điện thoại, thẻ',
	C3: 'Đã đăng ký nhưng chưa kích hoạt hoặc không đăng nhập được',
	C4: 'Tuyên truyền chưa sâu',
	C5: 'Kỹ năng còn hạn chế',
	none: 'Trường hợp khác'
};

const measures: Record<string, string> = {
	issued: 'Đã cấp',
	activated: 'Đã kích hoạt',
	loggedIn: 'Đã đăng nhập',
	success: 'Đã kích hoạt và đăng nhập',
	householdsInformed: 'Hộ đã được tuyên truyền'
};

const words: LetterWords = {
	issuer: (wardName) => ['ỦY BAN NHÂN DÂN', wardName.toLocaleUpperCase('vi')],
	nation: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
	number: (number) => `Số: ${number || '……'}/BC-UBND`,
	placeAndDay: (place, day, month, year) => `${place || '…………'}, ngày ${day} tháng ${month} năm ${year}`,
	title: 'BÁO CÁO',
	subject: (kind, from, to, month) => {
		const about = 'Kết quả hỗ trợ người dân đăng ký, kích hoạt và sử dụng tài khoản định danh điện tử VNeID';
		if (kind === 'day') return `${about} ngày ${from}`;
		if (kind === 'week') return `${about} tuần từ ${from} đến ${to}`;
		return `${about} tháng ${month}`;
	},
	addressee: (text) => `Kính gửi: ${text || '……………………'}`,
	results: 'KẾT QUẢ THỰC HIỆN',
	difficulties: 'KHÓ KHĂN, VƯỚNG MẮC',
	proposals: 'ĐỀ XUẤT, KIẾN NGHỊ',
	copies: 'Nơi nhận:',
	place: 'Khu phố',
	whole: 'Cả xã/phường',
	standing: {
		sheet: 'Kết quả',
		title: (moment) => `Kết quả tính đến ngày ${moment}, theo khu phố`,
		head: [
			'Khu phố',
			'Số hộ',
			'Hộ đã tuyên truyền',
			'Tỷ lệ %',
			'Người trong danh sách',
			'Người đang ở',
			'Đã cấp',
			'Đã kích hoạt',
			'Đã đăng nhập',
			'Thành công',
			'% trên danh sách',
			'% trên người đang ở'
		]
	},
	levels: {
		sheet: 'Theo mức',
		title: (campaign) => `Theo mức tài khoản${campaign ? `, so với chỉ tiêu của đợt ${campaign}` : ''}`,
		head: [
			'Khu phố',
			'Mức',
			'Chỉ tiêu',
			'Đã cấp',
			'% cấp trên chỉ tiêu',
			'Đã kích hoạt',
			'% kích hoạt trên cấp',
			'Thành công',
			'% thành công trên chỉ tiêu'
		],
		level: (level) => (level === null ? 'Cộng' : `Mức ${level}`)
	},
	period: {
		sheet: 'Trong kỳ',
		title: 'Việc làm trong kỳ báo cáo',
		head: [
			'Khu phố',
			'Lượt đến nhà',
			'Lượt gặp được người',
			'Hộ được tuyên truyền lần đầu',
			'Người kích hoạt',
			'Người thành công',
			'Lượt cảnh báo lừa đảo'
		]
	},
	outreach: {
		sheet: 'Buổi tuyên truyền',
		title: 'Buổi tuyên truyền trong kỳ báo cáo',
		head: [
			'Khu phố',
			'Số buổi',
			'Số người dự',
			'Số hộ được tuyên truyền',
			'Số người được giúp tại chỗ',
			'Số người cần giúp tiếp'
		],
		wholeWard: 'Chung cả xã/phường',
		all: 'Cộng các buổi',
		explain: 'Số của các buổi do người tổ chức ghi, đặt cạnh số đếm tại nhà, không cộng vào.'
	},
	causes: {
		sheet: 'Nguyên nhân',
		title: 'Năm nhóm nguyên nhân và các mã vướng mắc',
		head: ['Mã', 'Nguyên nhân', 'Người đang vướng', 'Lượt gặp trong kỳ'],
		group: (group) => causes[group ?? 'none'],
		code: (code) => (guide.barrierNames as Record<string, string>)[code] ?? code
	},
	flags: {
		sheet: 'Dữ liệu cần kiểm tra',
		title: 'Dữ liệu dân cư cần kiểm tra, ghi nhận trong kỳ',
		head: ['Mã', 'Nội dung', 'Lượt báo'],
		code: (code) => (guide.dataFlagNames as Record<string, string>)[code] ?? code
	},
	reported: {
		sheet: 'Công an báo',
		title: 'Số liệu do Công an cung cấp, đặt cạnh số đếm được, không cộng lẫn',
		head: [
			'Khu phố',
			'Nội dung',
			'Mức',
			'Tính đến',
			'Số báo',
			'Trên tổng',
			'% được ghi',
			'% tính lại',
			'Số đếm được',
			'Nguồn'
		]
	},
	explain:
		'Thành công là tài khoản đã kích hoạt và đã đăng nhập, thấy trên máy người dân hoặc theo danh sách Công an. Mỗi tỷ lệ tính trên cả người trong danh sách và người đang ở.',
	declared: (count) =>
		`Ngoài ra có ${count} người nói đã đăng nhập nhưng chưa được xem máy; số này không cộng vào trên.`,
	received: (open, approved, returned) =>
		`Lượt thăm phường đã nhận: ${approved} lượt đã duyệt, ${open} lượt chờ duyệt, ${returned} lượt trả lại để sửa.`,
	onPhones: (count) => `Các máy còn báo ${count} bản ghi chưa gửi về; số này không có trong báo cáo.`,
	measures,
	origins: { counted: 'số đếm được', reported: 'số Công an báo', dates: 'ngày tháng' },
	checks: {
		SUM_MISMATCH: (what, one, two, total) => `${what}: mức 1 là ${one}, mức 2 là ${two}, cộng lại khác tổng ${total}.`,
		RATE_OVER_100: (what, part, whole) => `${what}: ${part} trên ${whole} là quá 100 % mà chưa có ghi chú.`,
		RATE_DIFFERS: (what, part, whole, rate) =>
			`${what}: ${part} trên ${whole} được ghi là ${rate} %, tính lại không khớp.`,
		DATES_OUT_OF_ORDER: (what, first, second) => `${what}: ngày ${first} phải đứng sau hoặc cùng ngày ${second}.`
	},
	checksTitle: 'Số liệu cần xem lại trước khi gửi:',
	formatCount: formatNumber
};

const titles: Record<ListKind, (day: string) => string> = {
	withoutLevel2: (day) => `Danh sách người từ đủ 14 tuổi chưa có tài khoản mức 2, ngày ${day}`,
	notActivated: (day) => `Danh sách người đã được duyệt, chưa kích hoạt, ngày ${day}`,
	referrals: (day) => `Danh sách chuyển xử lý, ngày ${day}`,
	sessions: (day) => `Danh sách hẹn làm mức 2, từ ngày ${day}`
};

const receivers: Record<Receiver, string> = guide.receiverNames;

const list: ListWords = {
	sheets: {
		withoutLevel2: 'Chưa có mức 2',
		notActivated: 'Chưa kích hoạt',
		referrals: 'Chuyển xử lý',
		sessions: 'Lịch hẹn'
	},
	titles,
	heads: {
		withoutLevel2: ['STT', 'Họ và tên', 'Năm sinh', 'Nhà', 'Khu phố', 'Tình trạng'],
		notActivated: ['STT', 'Họ và tên', 'Năm sinh', 'Nhà', 'Khu phố', 'Tình trạng', 'Ngày thông báo'],
		referrals: ['STT', 'Ngày', 'Họ và tên', 'Năm sinh', 'Nhà', 'Khu phố', 'Nơi nhận', 'Vướng mắc'],
		sessions: ['STT', 'Ngày', 'Giờ', 'Tên viết tắt', 'Khu phố', 'Giấy tờ mang theo']
	},
	nobody: '(không ghi tên)',
	state: (state, evidence) =>
		state === null
			? 'Chưa hỏi'
			: ((guide.ladderNames as Record<string, string>)[state] ?? state) +
				(evidence === 'declared' ? ' (người dân nói)' : ''),
	barrier: (code) => `${code} ${(guide.barrierNames as Record<string, string>)[code] ?? ''}`.trim(),
	receiver: (receiver) => (receivers as Record<string, string>)[receiver] ?? receiver,
	papers: (card) =>
		card === 'valid' || card === 'expiring'
			? 'Thẻ căn cước còn hạn, điện thoại dùng số chính chủ'
			: 'Chưa rõ thẻ: làm thẻ và mức 2 cùng lúc, mang điện thoại dùng số chính chủ',
	birth: (birth) => {
		const day = birthDayOf(birth);
		return day ? formatDay(day) : birth;
	}
};

export const letter = {
	words,
	list,
	/** Texts that a new report begins with; staff write over them. */
	starts: {
		summary: (from: string, to: string) =>
			`Thực hiện kế hoạch hỗ trợ người dân sử dụng tài khoản định danh điện tử, phường báo cáo kết quả từ ngày ${from} đến ngày ${to} như sau:`,
		difficulties: '',
		proposals: '',
		signerTitle: 'NGƯỜI LẬP BÁO CÁO',
		copies: '- Như trên;\n- Lưu: VT.'
	},
	openFile: {
		hidden: 'dưới 5 hoặc đã ẩn',
		head: {
			area: 'Khu phố',
			households: 'Số hộ',
			householdsInformed: 'Hộ đã tuyên truyền',
			registered: 'Người trong danh sách',
			present: 'Người đang ở',
			issued: 'Đã cấp',
			activated: 'Đã kích hoạt',
			success: 'Đã kích hoạt và đăng nhập'
		}
	}
};
