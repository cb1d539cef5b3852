// P1: the app from the store, and from nowhere else.

import { again, at, end, guide, labels, links, met, refer, resident, solved, to, usual, volunteer } from '../write.ts';
import { noNetwork } from './parts.ts';

const STORE = [at('002', 'A4.2 B1–B2'), at('003', 'G-I1–2')];

export const P1 = guide(
	{
		id: 'P1-install',
		topic: 'start',
		title: 'Cài VNeID',
		summary: 'Chỉ cài từ CH Play hoặc App Store. Không cài từ đường dẫn, không cài tệp gửi qua tin nhắn.',
		minutes: 5,
		since: '2022-07-18',
		from: [...STORE, at('001', 'A3.4 C7')],
		keywords: ['tải ứng dụng', 'cài đặt', 'CH Play', 'App Store', 'apk'],
		entry: { states: ['hasCard', 'appAccount', 'l2Approved'], phone: { smartphone: true } }
	},
	[
		volunteer(
			'system',
			'Máy Android hay iPhone?',
			'Nhìn máy của người dân. Máy có kho ứng dụng nào thì chọn kho đó.',
			[
				usual('play', 'android', 'Android: có CH Play'),
				to('app-store', 'ios', 'iPhone: có App Store'),
				to('from-link', 'link', 'Có người gửi đường dẫn hoặc tệp để cài')
			],
			{ from: STORE }
		),
		resident(
			'play',
			'Tìm VNeID trên CH Play',
			'Mở “CH Play”. Bấm ô tìm kiếm, gõ VNeID. Thấy ứng dụng thì bấm “Cài đặt”.',
			answers(),
			{
				from: [at('002', 'A4.2 B1'), at('003', 'G-I1')],
				...labels('CH Play', 'VNeID', 'Cài đặt'),
				notes: ['Gõ đúng năm chữ VNeID, chữ I và chữ D viết hoa.'],
				see: 'Biểu tượng VNeID hiện trên màn hình chính.'
			}
		),
		resident(
			'app-store',
			'Tìm VNeID trên App Store',
			'Mở “App Store”. Bấm “Tìm kiếm”, gõ VNeID. Thấy ứng dụng thì bấm “Nhận”.',
			answers(),
			{
				from: [at('002', 'A4.2 B1'), at('003', 'G-I1')],
				...labels('App Store', 'Tìm kiếm', 'VNeID', 'Nhận'),
				notes: ['Gõ đúng năm chữ VNeID, chữ I và chữ D viết hoa.'],
				see: 'Biểu tượng VNeID hiện trên màn hình chính.'
			}
		),
		volunteer(
			'publisher',
			'Xem nhà phát hành',
			'Trên kho ứng dụng, nhà phát hành phải là trung tâm dữ liệu quốc gia về dân cư. Tên khác thì không mở.',
			[usual('open', 'right', 'Đúng nhà phát hành'), to('from-link', 'wrong', 'Tên khác, hoặc không chắc')],
			{ from: [at('002', 'L'), at('web', 'dantri 20250718223608817')] }
		),
		resident(
			'open',
			'Mở VNeID',
			'Bấm biểu tượng VNeID trên màn hình chính, hoặc bấm “Mở” trong kho ứng dụng.',
			'done',
			{
				from: [at('002', 'A4.2 B2'), at('003', 'G-I2')],
				...labels('Mở')
			}
		),
		end(
			'done',
			'success',
			'Đã cài VNeID',
			'Nhắc: sau này chỉ cập nhật từ kho ứng dụng.',
			'Đã cài VNeID từ kho ứng dụng.',
			[],
			{
				from: STORE,
				...links(['P2-app-account', 'Đăng ký tài khoản ứng dụng'], ['P5', 'Kích hoạt tài khoản'])
			}
		),
		volunteer(
			'full',
			'Máy báo đầy',
			'Chủ máy tự xóa bớt ảnh, ứng dụng không dùng rồi thử lại.',
			[
				usual('retry', 'freed', 'Đã có chỗ trống', solved('B2.7')),
				to('full-later', 'not-yet', 'Hôm nay chưa xóa được')
			],
			{ from: [at('003', 'L nguyên nhân 2')] }
		),
		resident(
			'retry',
			'Bấm cài lại',
			'Quay lại kho ứng dụng, bấm cài VNeID lần nữa.',
			[usual('publisher', 'installed', 'Đã cài xong'), to('full-later', 'failed', 'Vẫn không cài được', met('B2.7'))],
			{
				from: STORE,
				...labels('Cài đặt', 'Nhận')
			}
		),
		end(
			'full-later',
			'later',
			'Hẹn lại khi máy còn chỗ',
			'Hẹn ngày khác, để chủ máy dọn máy.',
			'Máy không còn chỗ.',
			[again('Đến lại khi máy còn chỗ trống', 3)],
			{
				from: [at('003', 'L nguyên nhân 2')]
			}
		),
		end(
			'too-old',
			'referred',
			'Máy không tương thích',
			'Thử cập nhật hệ điều hành. Không được thì dùng máy khác của mình, hoặc nhờ quầy Một cửa: {deskPlace}.',
			'Máy không cài được VNeID.',
			[refer('oneStopDesk', 'Máy quá cũ, không cài được VNeID')],
			{ from: [at('001', 'A3.4 C6', 'U')] }
		),
		noNetwork(),
		end(
			'from-link',
			'declined',
			'Dừng lại: đây là kiểu lừa đảo',
			'Không bấm đường dẫn, không cài tệp. Xóa tin nhắn, chỉ tìm VNeID trong kho ứng dụng.',
			'Không cài từ đường dẫn hoặc tệp lạ.',
			[],
			{
				from: [at('web', 'kenh14 215250809092056717; dantri 20250718223608817')],
				read: 'Không bấm đường dẫn. Không cài tệp người khác gửi. Chỉ tìm VNeID trong kho ứng dụng.',
				...links(['P16-scam', 'Lá chắn lừa đảo'])
			}
		)
	]
);

function answers() {
	return [
		usual('publisher', 'installed', 'Đã cài xong'),
		to('too-old', 'incompatible', 'Kho báo máy không tương thích', met('B2.2')),
		to('full', 'full', 'Máy báo không đủ chỗ', met('B2.7')),
		to('no-network', 'offline', 'Không tải được vì không có mạng', met('B2.6'))
	];
}
